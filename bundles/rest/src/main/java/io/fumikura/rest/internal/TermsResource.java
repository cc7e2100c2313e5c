package io.fumikura.rest.internal;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignInStage;
import io.fumikura.account.TermsSteps;
import io.fumikura.rest.internal.dto.Account.SessionDto;
import io.fumikura.rest.internal.dto.TermsDto;
import io.fumikura.rest.internal.dto.TermsDto.ConsentRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The terms that a sign-in waits for. */
@Component(service = TermsResource.class)
@JakartarsResource
@Path("v1/session/terms")
@Produces(MediaType.APPLICATION_JSON)
public final class TermsResource {

    private final TermsSteps terms;
    private final SessionAnswers answers;

    @Activate
    public TermsResource(@Reference TermsSteps terms, @Reference SessionAnswers answers) {
        this.terms = terms;
        this.answers = answers;
    }

    /** What is still to be agreed to, in order. */
    @GET
    @ForStage(SignInStage.TERMS)
    public List<TermsDto> pendingTerms(@Context HttpServletRequest request) {
        return terms.pending(SessionAnswers.token(request)).stream().map(TermsDto::of).toList();
    }

    @POST
    @ForStage(SignInStage.TERMS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SessionDto.class)
    public Response agree(@Nullable ConsentRequest body, @Context HttpServletRequest request) {
        if (body == null || body.document() == null || body.version() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"document\" and \"version\".");
        }
        return answers.of(request, terms.agree(SessionAnswers.token(request), body.document(), body.version()));
    }

    /** Refuses: the session ends. */
    @DELETE
    @ForStage(SignInStage.TERMS)
    @Answers(value = Void.class, status = 204)
    public Response refuseTerms(@Context HttpServletRequest request) {
        terms.refuse(SessionAnswers.token(request));
        return SessionAnswers.signedOut(request);
    }
}
