package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.document.Previews;
import io.fumikura.rest.internal.dto.PageTextDto;
import io.fumikura.rest.internal.dto.PageTextDto.HitDto;
import io.fumikura.rest.internal.dto.PageTextDto.PageSizeDto;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Pages of a record as images and text, and its files. */
@Component(service = PreviewResource.class)
@JakartarsResource
@Path("v1/records/{id}")
public final class PreviewResource {

    private final Previews previews;

    @Activate
    public PreviewResource(@Reference Previews previews) {
        this.previews = previews;
    }

    @GET
    @Path("pages")
    @Produces(MediaType.APPLICATION_JSON)
    public List<PageSizeDto> pages(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return previews.pages(callerOf(context), Ids.record(id)).stream()
                .map(page -> new PageSizeDto(page.page(), page.width(), page.height()))
                .toList();
    }

    @GET
    @Path("pages/{page: [0-9]{1,6}}/image")
    @Plentiful
    @Produces({"image/png", "image/jpeg", MediaType.APPLICATION_JSON})
    @Answers(value = Void.class, mediaType = "image/png")
    public Response image(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @PathParam("page") int page,
            @QueryParam("width") @DefaultValue("1200") int width,
            @HeaderParam("If-None-Match") @Nullable String match) {
        return Contents.cached(previews.image(callerOf(context), Ids.record(id), page, width), match);
    }

    @GET
    @Path("pages/{page: [0-9]{1,6}}/text")
    @Plentiful
    @Produces(MediaType.APPLICATION_JSON)
    public PageTextDto text(
            @Context ContainerRequestContext context, @PathParam("id") String id, @PathParam("page") int page) {
        return PageTextDto.of(previews.text(callerOf(context), Ids.record(id), page));
    }

    @GET
    @Path("hits")
    @Produces(MediaType.APPLICATION_JSON)
    public List<HitDto> hits(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("exact") boolean exact) {
        return previews.find(callerOf(context), Ids.record(id), text, exact).stream()
                .map(HitDto::of)
                .toList();
    }

    @GET
    @Path("original")
    @Answers(value = Void.class, mediaType = "application/octet-stream")
    public Response original(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return Contents.download(previews.original(callerOf(context), Ids.record(id)));
    }

    @GET
    @Path("pdf")
    @Answers(value = Void.class, mediaType = "application/pdf")
    public Response pdf(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return Contents.download(previews.pdf(callerOf(context), Ids.record(id)));
    }
}
