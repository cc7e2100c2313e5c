package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.people.UserFiles;
import io.fumikura.rest.internal.dto.People.ImportReportDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Users as CSV. */
@Component(service = UserFileResource.class)
@JakartarsResource
@Path("v1/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserFileResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final UserFiles files;

    @Activate
    public UserFileResource(@Reference UserFiles files) {
        this.files = files;
    }

    @GET
    @Path("csv")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Answers(value = Void.class, mediaType = "text/csv")
    public Response exportUsers(@Context ContainerRequestContext context) {
        return csv("users.csv", files.export(callerOf(context)));
    }

    @GET
    @Path("template")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Answers(value = Void.class, mediaType = "text/csv")
    public Response userTemplate(@Context ContainerRequestContext context) {
        return csv("users-template.csv", files.template(callerOf(context)));
    }

    /** Checks a file, and registers its users when nothing is wrong and {@code dryRun} is not {@code true}. */
    @POST
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    public ImportReportDto importUsers(
            @Context ContainerRequestContext context,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body) {
        return ImportReportDto.of(files.load(callerOf(context), body, dryRun));
    }

    private static Response csv(String name, String text) {
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), CSV)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
