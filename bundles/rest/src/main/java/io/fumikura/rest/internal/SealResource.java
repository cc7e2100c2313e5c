package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.people.SealDesk;
import io.fumikura.people.SealDrawing;
import io.fumikura.people.SealDrawing.Shape;
import io.fumikura.people.Seals;
import io.fumikura.rest.internal.dto.SealDtos.SealDrawingRequest;
import io.fumikura.rest.internal.dto.SealDtos.SealImageDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** 印影: the caller's own seals, and their approval. */
@Component(service = SealResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class SealResource {

    private static final String PNG = "image/png";

    private final Seals seals;
    private final SealDesk desk;

    @Activate
    public SealResource(@Reference Seals seals, @Reference SealDesk desk) {
        this.seals = seals;
        this.desk = desk;
    }

    @GET
    @Path("profile/seals")
    public List<SealImageDto> ownSeals(@Context ContainerRequestContext context) {
        return seals.list(callerOf(context)).stream().map(SealImageDto::of).toList();
    }

    @POST
    @Path("profile/seals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = SealImageDto.class, status = 201)
    public Response drawSeal(@Context ContainerRequestContext context, @Nullable SealDrawingRequest body) {
        if (body == null || body.name() == null) {
            throw malformed();
        }
        return Response.status(201)
                .entity(SealImageDto.of(seals.draw(callerOf(context), body.name(), drawing(body))))
                .build();
    }

    /** What a seal would look like; the same for the same parameters. */
    @GET
    @Path("profile/seals/preview")
    @Produces({PNG, MediaType.APPLICATION_JSON})
    @Answers(value = Void.class, mediaType = PNG)
    public Response previewSeal(
            @Context ContainerRequestContext context,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("shape") @DefaultValue("ROUND") String shape,
            @QueryParam("date") @Nullable String date,
            @QueryParam("heading") @DefaultValue("") String heading) {
        byte[] image = seals.preview(callerOf(context), drawing(text, shape, day(date), heading));
        return png(image).header("Cache-Control", "private, max-age=600").build();
    }

    /** Takes an image; the body is the file itself. */
    @POST
    @Path("profile/seals/image")
    @Consumes(MediaType.WILDCARD)
    @Answers(value = SealImageDto.class, status = 201)
    public Response uploadSeal(
            @Context ContainerRequestContext context,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("transparent") @DefaultValue("false") boolean transparent,
            InputStream body) {
        return Response.status(201)
                .entity(SealImageDto.of(seals.upload(callerOf(context), name, body, transparent)))
                .build();
    }

    @DELETE
    @Path("profile/seals/{id}")
    public void removeSeal(@Context ContainerRequestContext context, @PathParam("id") String id) {
        seals.remove(callerOf(context), known(id));
    }

    @GET
    @Path("seals/{id}/image")
    @Produces({PNG, MediaType.APPLICATION_JSON})
    @Answers(value = Void.class, mediaType = PNG)
    public Response sealImage(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return png(desk.image(callerOf(context), known(id))).header("Cache-Control", "private, no-cache").build();
    }

    @POST
    @Path("seals/{id}/approval")
    public SealImageDto approveSeal(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return SealImageDto.of(desk.approve(callerOf(context), known(id)));
    }

    private static SealDrawing drawing(SealDrawingRequest body) {
        String text = body.text();
        if (text == null) {
            throw malformed();
        }
        String shape = body.shape();
        String heading = body.heading();
        return drawing(text, shape == null ? "ROUND" : shape, Optional.ofNullable(body.date()), heading == null ? "" : heading);
    }

    private static SealDrawing drawing(String text, String shape, Optional<LocalDate> date, String heading) {
        return switch (shape) {
            case "ROUND" -> new SealDrawing(text, Shape.ROUND, date, heading);
            case "SQUARE" -> new SealDrawing(text, Shape.SQUARE, date, heading);
            default -> throw malformed();
        };
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw malformed();
        }
    }

    private static Response.ResponseBuilder png(byte[] image) {
        return Response.ok(image, PNG).header("X-Content-Type-Options", "nosniff");
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(Category.NOT_FOUND, "seal.unknown", "There is no such seal.");
        }
    }

    private static PlatformException malformed() {
        return new PlatformException(Category.INVALID, "request.malformed", "Send \"name\", \"text\" and \"shape\" (ROUND or SQUARE).");
    }
}
