package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Passkeys;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.rest.internal.dto.Factor.RecoveryCodesDto;
import io.fumikura.rest.internal.dto.Passkey.NewPasskeyRequest;
import io.fumikura.rest.internal.dto.Passkey.PasskeyAnswerRequest;
import io.fumikura.rest.internal.dto.Passkey.PasskeyDto;
import io.fumikura.rest.internal.dto.Passkey.PasskeyNameRequest;
import io.fumikura.rest.internal.dto.Passkey.PasskeyOptionsDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** The caller's passkeys. Each use takes two requests: for the options, and with what the browser made of them. */
@Component(service = PasskeyResource.class)
@JakartarsResource
@Path("v1/passkeys")
@Produces(MediaType.APPLICATION_JSON)
public final class PasskeyResource {

    private final Passkeys passkeys;

    @Activate
    public PasskeyResource(@Reference Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @GET
    public List<PasskeyDto> passkeys(@Context ContainerRequestContext context) {
        return passkeys.list(callerOf(context)).stream().map(PasskeyDto::of).toList();
    }

    @POST
    @Path("options")
    @Answers(PasskeyOptionsDto.class)
    public Response startPasskey(@Context ContainerRequestContext context, @HeaderParam("Origin") @Nullable String origin) {
        return PasskeyJson.options(passkeys.start(callerOf(context), PasskeyJson.origin(origin)));
    }

    /** Answers recovery codes with the first factor, otherwise none. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = RecoveryCodesDto.class, status = 201)
    public Response addPasskey(@Context ContainerRequestContext context, @Nullable NewPasskeyRequest body) {
        String name = PasskeyJson.name(body == null ? null : body.name());
        String credential = PasskeyJson.credential(body == null ? null : body.credential());
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new RecoveryCodesDto(passkeys.add(callerOf(context), name, credential)))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void renamePasskey(@Context ContainerRequestContext context, @PathParam("id") String id, @Nullable PasskeyNameRequest body) {
        if (body == null || body.name() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"name\".");
        }
        passkeys.rename(callerOf(context), Ids.uuid(id), body.name());
    }

    @DELETE
    @Path("{id}")
    public void removePasskey(@Context ContainerRequestContext context, @PathParam("id") String id) {
        passkeys.remove(callerOf(context), Ids.uuid(id));
    }

    @POST
    @Path("confirmation/options")
    @Answers(PasskeyOptionsDto.class)
    public Response startConfirmation(@Context ContainerRequestContext context, @HeaderParam("Origin") @Nullable String origin) {
        return PasskeyJson.options(passkeys.startConfirmation(callerOf(context), PasskeyJson.origin(origin)));
    }

    /** Shows once more who the caller is, so that factors may be changed for ten minutes. */
    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public void confirmByPasskey(@Context ContainerRequestContext context, @Nullable PasskeyAnswerRequest body) {
        passkeys.confirm(callerOf(context), PasskeyJson.credential(body == null ? null : body.credential()));
    }
}
