package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.OpenSessions;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignInRules;
import io.fumikura.account.SignInSettings;
import io.fumikura.rest.internal.dto.Account.EndedDto;
import io.fumikura.rest.internal.dto.Account.OpenSessionDto;
import io.fumikura.rest.internal.dto.Account.SignInRulesDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** Who is signed in where, and the company's rules of sign-in. */
@Component(service = SessionsResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {

    private final OpenSessions sessions;
    private final SignInSettings settings;

    @Activate
    public SessionsResource(@Reference OpenSessions sessions, @Reference SignInSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** @param scope {@code own} (default), or {@code all} that the caller administers */
    @GET
    @Path("sessions")
    public List<OpenSessionDto> sessions(@Context ContainerRequestContext context, @QueryParam("scope") @Nullable String scope) {
        Caller caller = callerOf(context);
        var found = "all".equals(scope) ? sessions.all(caller) : sessions.own(caller);
        return found.stream().map(OpenSessionDto::of).toList();
    }

    /** Ends all of the caller's own but the present one. */
    @DELETE
    @Path("sessions")
    public EndedDto endOtherSessions(@Context ContainerRequestContext context) {
        return new EndedDto(sessions.endOthers(callerOf(context)));
    }

    @DELETE
    @Path("sessions/{id}")
    public void endSession(@Context ContainerRequestContext context, @PathParam("id") String id) {
        sessions.end(callerOf(context), Ids.uuid(id));
    }

    @GET
    @Path("sign-in-rules")
    @Answers(SignInRulesDto.class)
    public Response signInRules(@Context ContainerRequestContext context) {
        return answer(settings.rules(callerOf(context)));
    }

    @PUT
    @Path("sign-in-rules")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(SignInRulesDto.class)
    public Response changeSignInRules(
            @Context ContainerRequestContext context, @HeaderParam("If-Match") @Nullable String match, @Nullable SignInRulesDto body) {
        Caller caller = callerOf(context);
        if (body == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send the rules.");
        }
        SignInRules before = settings.rules(caller);
        return answer(settings.change(caller, body.on(before, Versions.of(match))));
    }

    private static Response answer(SignInRules rules) {
        return Response.ok(SignInRulesDto.of(rules)).tag(Long.toString(rules.version())).build();
    }
}
