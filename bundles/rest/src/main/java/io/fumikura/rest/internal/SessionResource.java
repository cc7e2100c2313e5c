package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SignIn;
import io.fumikura.account.Users;
import io.fumikura.rest.internal.dto.Account.ProfileDto;
import io.fumikura.rest.internal.dto.Account.SessionDto;
import io.fumikura.rest.internal.dto.Account.SignInRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The browser's session. */
@Component(service = SessionResource.class)
@JakartarsResource
@Path("v1/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final SignIn signIn;
    private final Users users;

    @Activate
    public SessionResource(@Reference SignIn signIn, @Reference Users users) {
        this.signIn = signIn;
        this.users = users;
    }

    @POST
    @WithoutSignIn
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response signIn(@Nullable SignInRequest body, @Context HttpServletRequest request) {
        if (body == null || body.login() == null || body.password() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"login\" and \"password\".");
        }
        boolean keep = Boolean.TRUE.equals(body.keep());
        Authentication.sessionToken(request).ifPresent(signIn::signOut);
        Session session = signIn.signIn(body.login(), body.password(), keep, request.getRemoteAddr());
        Caller caller = signIn.caller(session.token(), "sign-in").orElseThrow();
        int age = keep ? (int) Duration.between(Instant.now(), session.expires()).toSeconds() : NewCookie.DEFAULT_MAX_AGE;
        return Response.ok(new SessionDto(session.csrfToken(), ProfileDto.of(users.profile(caller))))
                .cookie(cookie(request, session.token(), age))
                .build();
    }

    @GET
    public SessionDto session(@Context ContainerRequestContext context, @Context HttpServletRequest request) {
        Caller caller = callerOf(context);
        String csrf = Authentication.sessionToken(request)
                .flatMap(signIn::csrfToken)
                .orElse("");
        return new SessionDto(csrf, ProfileDto.of(users.profile(caller)));
    }

    @DELETE
    @WithoutSignIn
    @Answers(value = Void.class, status = 204)
    public Response signOut(@Context HttpServletRequest request) {
        Authentication.sessionToken(request).ifPresent(signIn::signOut);
        return Response.noContent().cookie(cookie(request, "", 0)).build();
    }

    private static NewCookie cookie(HttpServletRequest request, String value, int age) {
        return new NewCookie.Builder(Authentication.cookieName(request))
                .value(value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
