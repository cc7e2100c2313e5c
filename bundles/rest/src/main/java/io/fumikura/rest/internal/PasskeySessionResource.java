package io.fumikura.rest.internal;

import io.fumikura.account.PasskeySteps;
import io.fumikura.account.PasskeySteps.Challenge;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps.Enrolled;
import io.fumikura.rest.internal.dto.Account.SessionDto;
import io.fumikura.rest.internal.dto.Factor.EnrolledDto;
import io.fumikura.rest.internal.dto.Passkey.NewPasskeyRequest;
import io.fumikura.rest.internal.dto.Passkey.PasskeyAnswerRequest;
import io.fumikura.rest.internal.dto.Passkey.PasskeyOptionsDto;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Signing in by passkey: instead of the password, or as the second factor after it. */
@Component(service = PasskeySessionResource.class)
@JakartarsResource
@Path("v1/session/passkey")
@Produces(MediaType.APPLICATION_JSON)
public final class PasskeySessionResource {

    private static final int FIVE_MINUTES = 300;

    private final PasskeySteps steps;
    private final SignIn signIn;
    private final SessionAnswers answers;

    @Activate
    public PasskeySessionResource(@Reference PasskeySteps steps, @Reference SignIn signIn, @Reference SessionAnswers answers) {
        this.steps = steps;
        this.signIn = signIn;
        this.answers = answers;
    }

    /** Options for signing in without a password; a cookie binds them to the browser. */
    @POST
    @Path("options")
    @WithoutSignIn
    @Answers(PasskeyOptionsDto.class)
    public Response startPasskeySignIn(@HeaderParam("Origin") @Nullable String origin, @Context HttpServletRequest request) {
        Challenge challenge = steps.startSignIn(PasskeyJson.origin(origin), SessionAnswers.client(request));
        return Response.fromResponse(PasskeyJson.options(challenge.options()))
                .cookie(new NewCookie.Builder(cookieName(request))
                        .value(challenge.secret())
                        .path("/")
                        .maxAge(FIVE_MINUTES)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build())
                .build();
    }

    @POST
    @WithoutSignIn
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response signInByPasskey(@Nullable PasskeyAnswerRequest body, @Context HttpServletRequest request) {
        String credential = PasskeyJson.credential(body == null ? null : body.credential());
        boolean keep = body != null && Boolean.TRUE.equals(body.keep());
        Authentication.sessionToken(request).ifPresent(signIn::signOut);
        return answers.of(request, steps.signIn(secret(request), credential, keep, SessionAnswers.client(request)));
    }

    private static String secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(cookieName(request)))
                .map(Cookie::getValue)
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        Category.REFUSED, "passkey.refused", "This browser did not ask for a passkey within the last five minutes. Try again."));
    }

    private static String cookieName(HttpServletRequest request) {
        return Authentication.cookieName(request) + "-passkey";
    }

    @POST
    @Path("answer/options")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Answers(PasskeyOptionsDto.class)
    public Response startPasskeyAnswer(@HeaderParam("Origin") @Nullable String origin, @Context HttpServletRequest request) {
        return PasskeyJson.options(steps.startAnswer(SessionAnswers.token(request), PasskeyJson.origin(origin)));
    }

    /** Gives the second factor. */
    @POST
    @Path("answer")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response answerByPasskey(@Nullable PasskeyAnswerRequest body, @Context HttpServletRequest request) {
        String credential = PasskeyJson.credential(body == null ? null : body.credential());
        return answers.of(request, steps.answer(SessionAnswers.token(request), credential));
    }

    @POST
    @Path("first/options")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Answers(PasskeyOptionsDto.class)
    public Response startFirstPasskey(@HeaderParam("Origin") @Nullable String origin, @Context HttpServletRequest request) {
        return PasskeyJson.options(steps.startFirst(SessionAnswers.token(request), PasskeyJson.origin(origin)));
    }

    /** Adds the first factor of somebody who must have one. */
    @POST
    @Path("first")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(EnrolledDto.class)
    public Response addFirstPasskey(@Nullable NewPasskeyRequest body, @Context HttpServletRequest request) {
        String name = PasskeyJson.name(body == null ? null : body.name());
        String credential = PasskeyJson.credential(body == null ? null : body.credential());
        Enrolled enrolled = steps.addFirst(SessionAnswers.token(request), name, credential);
        return SessionAnswers.of(request, enrolled.session(), new EnrolledDto(answers.shown(enrolled.session()), enrolled.recoveryCodes()));
    }
}
