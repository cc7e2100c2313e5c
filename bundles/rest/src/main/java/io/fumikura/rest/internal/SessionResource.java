package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps;
import io.fumikura.rest.internal.dto.Account.InitialPasswordChange;
import io.fumikura.rest.internal.dto.Account.LicenceRequest;
import io.fumikura.rest.internal.dto.Account.OpenSessionDto;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final SessionAnswers answers;

    @Activate
    public SessionResource(@Reference SignIn signIn, @Reference SignInSteps steps, @Reference SessionAnswers answers) {
        this.signIn = signIn;
        this.steps = steps;
        this.answers = answers;
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
        return answers.of(request, signIn.signIn(body.login(), body.password(), keep, SessionAnswers.client(request)));
    }

    @GET
    @WithoutSignIn
    public SessionDto session(@Context ContainerRequestContext context, @Context HttpServletRequest request) {
        Optional<String> token = Authentication.sessionToken(request);
        String csrf = token.flatMap(signIn::csrfToken).orElse("");
        if (!AuthenticationFilter.isSignedIn(context)
                && token.flatMap(signIn::stage).filter(stage -> stage != SignInStage.FULL).isPresent()) {
            return answers.waiting(token.get(), csrf);
        }
        return answers.full(AuthenticationFilter.isSignedIn(context) ? callerOf(context) : refused(token), csrf);
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
        return answers.of(request, steps.changePassword(SessionAnswers.token(request), body.wanted()));
    }

    @POST
    @Path("second-factor")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response answerSecondFactor(@Nullable CodeDto body, @Context HttpServletRequest request) {
        return answers.of(request, steps.answerSecondFactor(SessionAnswers.token(request), CodeDto.of(body)));
    }

    @POST
    @Path("second-factor/totp")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Answers(TotpSeedDto.class)
    public Response startFirstTotp(@Context HttpServletRequest request) {
        return FactorResource.secret(TotpSeedDto.of(steps.startTotp(SessionAnswers.token(request))));
    }

    @PUT
    @Path("second-factor/totp")
    @ForStage(SignInStage.SECOND_FACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(EnrolledDto.class)
    public Response addFirstTotp(@Nullable CodeDto body, @Context HttpServletRequest request) {
        SignInSteps.Enrolled enrolled = steps.addTotp(SessionAnswers.token(request), CodeDto.of(body));
        return SessionAnswers.of(request, enrolled.session(), new EnrolledDto(answers.shown(enrolled.session()), enrolled.recoveryCodes()));
    }

    /** Who holds the company's licences, for whoever waits for one. */
    @GET
    @Path("licences")
    @ForStage(SignInStage.LICENCE)
    public List<OpenSessionDto> licenceHolders(@Context HttpServletRequest request) {
        return steps.licenceHolders(SessionAnswers.token(request)).stream().map(OpenSessionDto::of).toList();
    }

    @POST
    @Path("licences")
    @ForStage(SignInStage.LICENCE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response takeLicence(@Nullable LicenceRequest body, @Context HttpServletRequest request) {
        Optional<UUID> ending = Optional.ofNullable(body == null ? null : body.session()).map(Ids::uuid);
        return answers.of(request, steps.takeLicence(SessionAnswers.token(request), ending));
    }

    @DELETE
    @WithoutSignIn
    @Answers(value = Void.class, status = 204)
    public Response signOut(@Context HttpServletRequest request) {
        Authentication.sessionToken(request).ifPresent(signIn::signOut);
        return SessionAnswers.signedOut(request);
    }
}
