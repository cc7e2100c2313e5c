package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.document.DefaultRights;
import io.fumikura.rest.internal.dto.Access.AccessApplicationDto;
import io.fumikura.rest.internal.dto.Access.AccessRuleRequest;
import io.fumikura.rest.internal.dto.Access.AccessRulesDto;
import io.fumikura.rest.internal.dto.Access.AccessRulesRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who may see and edit the records that will be registered. */
@Component(service = AccessRuleResource.class)
@JakartarsResource
@Path("v1/access-rules")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessRuleResource {

    private final DefaultRights defaults;

    @Activate
    public AccessRuleResource(@Reference DefaultRights defaults) {
        this.defaults = defaults;
    }

    @GET
    @Answers(AccessRulesDto.class)
    public Response accessRules(@Context ContainerRequestContext context) {
        return answer(defaults.get(callerOf(context)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(AccessRulesDto.class)
    public Response replaceAccessRules(
            @Context ContainerRequestContext context,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable AccessRulesRequest body) {
        if (body == null || body.rules() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"rules\".");
        }
        var rules = new ArrayList<DefaultRights.Rule>();
        body.rules().forEach(rule -> rules.add(rule(rule)));
        return answer(defaults.replace(callerOf(context), Versions.of(match), rules));
    }

    /** How far applying the rules to existing records has come. */
    @GET
    @Path("application")
    public AccessApplicationDto accessApplication(@Context ContainerRequestContext context) {
        return AccessApplicationDto.of(defaults.application(callerOf(context)));
    }

    /** Begins to apply the rules to existing records. */
    @POST
    @Path("application")
    @Answers(value = AccessApplicationDto.class, status = 202)
    public Response applyAccessRules(
            @Context ContainerRequestContext context, @HeaderParam("If-Match") @Nullable String match) {
        return Response.accepted(AccessApplicationDto.of(defaults.apply(callerOf(context), Versions.of(match)))).build();
    }

    private static DefaultRights.Rule rule(@Nullable AccessRuleRequest rule) {
        if (rule == null) {
            throw AccessResource.incomplete();
        }
        return new DefaultRights.Rule(
                Optional.ofNullable(rule.ledger()).filter(ledger -> !ledger.isEmpty()),
                GroupResource.group(rule.group()),
                AccessResource.rights(rule.everyone(), rule.owningGroup(), rule.grants()));
    }

    private static Response answer(DefaultRights.Rules rules) {
        return Response.ok(AccessRulesDto.of(rules))
                .tag(Long.toString(rules.version()))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
