package io.fumikura.rest.internal;

import io.fumikura.account.Client;
import io.fumikura.account.PasswordResets;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.rest.internal.dto.Reset.LookRequest;
import io.fumikura.rest.internal.dto.Reset.NewPasswordRequest;
import io.fumikura.rest.internal.dto.Reset.ResetDto;
import io.fumikura.rest.internal.dto.Reset.ResetRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** New passwords for those who forgot theirs. Links' secrets come in bodies, so that no log of addresses holds them. */
@Component(service = PasswordResetResource.class)
@JakartarsResource
@Path("v1/password-resets")
@WithoutSignIn
@Produces(MediaType.APPLICATION_JSON)
public final class PasswordResetResource {

    private final PasswordResets resets;

    @Activate
    public PasswordResetResource(@Reference PasswordResets resets) {
        this.resets = resets;
    }

    /** Answers the same whether there is such a user or not. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = Void.class, status = 204)
    public Response requestReset(@Nullable ResetRequest body, @Context HttpServletRequest request) {
        if (body == null || body.login() == null || body.login().isBlank()) {
            throw malformed("Send \"login\", a user ID or mail address.");
        }
        resets.request(body.login(), SessionAnswers.client(request));
        return Response.noContent().build();
    }

    /** Looks whose link it is, without using it. */
    @POST
    @Path("look")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(ResetDto.class)
    public Response lookAtReset(@Nullable LookRequest body) {
        if (body == null || body.token() == null) {
            throw malformed("Send \"token\", what follows the # in the link.");
        }
        return FactorResource.secret(ResetDto.of(resets.look(body.token())));
    }

    @POST
    @Path("use")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = Void.class, status = 204)
    public Response useReset(@Nullable NewPasswordRequest body, @Context HttpServletRequest request) {
        if (body == null || body.token() == null || body.wanted() == null) {
            throw malformed("Send \"token\" and \"wanted\".");
        }
        Client client = SessionAnswers.client(request);
        resets.use(body.token(), body.wanted(), client);
        return Response.noContent().build();
    }

    private static PlatformException malformed(String message) {
        return new PlatformException(Category.INVALID, "request.malformed", message);
    }
}
