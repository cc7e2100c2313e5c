package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.plan.Plans;
import io.fumikura.rest.internal.dto.Plan.TierDto;
import io.fumikura.rest.internal.dto.Plan.UsageDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The plan tiers, and what the caller's company uses of its own. */
@Component(service = PlanResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanResource {

    private final Plans plans;

    @Activate
    public PlanResource(@Reference Plans plans) {
        this.plans = plans;
    }

    /** Those that run now. */
    @GET
    @Path("plans")
    public List<TierDto> plans(@Context ContainerRequestContext context) {
        return plans.tiers(callerOf(context)).stream().map(TierDto::of).toList();
    }

    @GET
    @Path("usage")
    public UsageDto usage(@Context ContainerRequestContext context) {
        Caller caller = callerOf(context);
        return UsageDto.of(plans.usage(caller, caller.tenant()));
    }
}
