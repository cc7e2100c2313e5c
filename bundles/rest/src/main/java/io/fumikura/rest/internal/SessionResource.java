package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInSettings;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps;
import io.fumikura.account.Users;
import io.fumikura.rest.internal.dto.Account.InitialPasswordChange;
import io.fumikura.rest.internal.dto.Account.SessionDto;
import io.fumikura.rest.internal.dto.Account.SignInRequest;
import io.fumikura.rest.internal.dto.Factor.CodeDto;
import io.fumikura.rest.internal.dto.Factor.EnrolledDto;
import io.fumikura.rest.internal.dto.Factor.TotpSeedDto;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The browser's session, and the steps of signing in to it. */
@Component(service = SessionResource.class)
@JakartarsResource
@Path("v1/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final SignIn signIn;
    private final SignInSteps steps;
    private final SignInSettings settings;
    private final Users users;

    @Activate
    public SessionResource(
            @Reference SignIn signIn, @Reference SignInSteps steps, @Reference SignInSettings settings, @Reference Users users) {
        this.signIn = signIn;
        this.steps = steps;
        this.settings = settings;
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
        String browser = request.getHeader("User-Agent");
        var client = new Client(request.getRemoteAddr(), browser == null ? "" : browser);
        return answer(request, signIn.signIn(body.login(), body.password(), keep, client));
    }

    @GET
    @WithoutSignIn
    public SessionDto session(@Context ContainerRequestContext context, @Context HttpServletRequest request) {
        Optional<String> token = Authentication.sessionToken(request);
        String csrf = token.flatMap(signIn::csrfToken).orElse("");
        if (!AuthenticationFilter.isSignedIn(context)
                && token.flatMap(signIn::stage).filter(stage -> stage != SignInStage.FULL).isPresent()) {
            return waiting(token.get(), csrf);
        }
        return full(AuthenticationFilter.isSignedIn(context) ? callerOf(context) : refused(token), csrf);
    }

    private Caller refused(Optional<String> token) {
        throw token.flatMap(signIn::end).map(Authentication::ended).orElseGet(Authentication::required);
    }

    @POST
    @Path("password")
    @ForStage(SignInStage.PASSWORD_CHANGE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response changeInitialPassword(@Nullable InitialPasswordChange body, @Context HttpServletRequest request) {
        if (body == null || body.wanted() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"wanted\".");
        }
        return answer(request, steps.changePassword(token(request), body.wanted()));
    }

    @POST
    @Path("second-factor")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response answerSecondFactor(@Nullable CodeDto body, @Context HttpServletRequest request) {
        return answer(request, steps.answerSecondFactor(token(request), CodeDto.of(body)));
    }

    @POST
    @Path("second-factor/totp")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Answers(TotpSeedDto.class)
    public Response startFirstTotp(@Context HttpServletRequest request) {
        return FactorResource.secret(TotpSeedDto.of(steps.startTotp(token(request))));
    }

    @PUT
    @Path("second-factor/totp")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(EnrolledDto.class)
    public Response addFirstTotp(@Nullable CodeDto body, @Context HttpServletRequest request) {
        SignInSteps.Enrolled enrolled = steps.addTotp(token(request), CodeDto.of(body));
        return answered(request, enrolled.session(), new EnrolledDto(shown(enrolled.session()), enrolled.recoveryCodes()));
    }

    @DELETE
    @WithoutSignIn
    @Answers(value = Void.class, status = 204)
    public Response signOut(@Context HttpServletRequest request) {
        Authentication.sessionToken(request).ifPresent(signIn::signOut);
        return Response.noContent().cookie(cookie(request, "", 0)).build();
    }

    private static String token(HttpServletRequest request) {
        return Authentication.sessionToken(request).orElseThrow(Authentication::required);
    }

    /** A session with fresh secrets: as far as it has come, and its cookie. */
    private Response answer(HttpServletRequest request, Session session) {
        return answered(request, session, shown(session));
    }

    private SessionDto shown(Session session) {
        return signIn.caller(session.token(), "sign-in")
                .map(caller -> full(caller, session.csrfToken()))
                .orElseGet(() -> waiting(session.token(), session.csrfToken()));
    }

    private static Response answered(HttpServletRequest request, Session session, Object body) {
        int age = session.kept() ? (int) Duration.between(Instant.now(), session.expires()).toSeconds() : NewCookie.DEFAULT_MAX_AGE;
        return Response.ok(body)
                .header("Cache-Control", "no-store")
                .cookie(cookie(request, session.token(), age))
                .build();
    }

    private SessionDto full(Caller caller, String csrf) {
        return SessionDto.full(csrf, users.profile(caller), settings.passwordRule(caller));
    }

    private SessionDto waiting(String token, String csrf) {
        return SessionDto.waiting(csrf, steps.step(token));
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
