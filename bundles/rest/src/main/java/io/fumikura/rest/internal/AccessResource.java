package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.RecordRights;
import io.fumikura.rest.internal.dto.Access.AccessDto;
import io.fumikura.rest.internal.dto.Access.AccessRequest;
import io.fumikura.rest.internal.dto.Access.GrantRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who may see and edit one record. */
@Component(service = AccessResource.class)
@JakartarsResource
@Path("v1/records/{id}/access")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessResource {

    private final RecordRights rights;

    @Activate
    public AccessResource(@Reference RecordRights rights) {
        this.rights = rights;
    }

    @GET
    @Answers(AccessDto.class)
    public Response access(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return answer(rights.get(callerOf(context), Ids.record(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(AccessDto.class)
    public Response changeAccess(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable AccessRequest body) {
        if (body == null) {
            throw incomplete();
        }
        return answer(rights.change(
                callerOf(context),
                Ids.record(id),
                Versions.of(match),
                rights(body.everyone(), body.owningGroup(), body.grants())));
    }

    private static Response answer(RecordRights.Shown shown) {
        return Response.ok(AccessDto.of(shown))
                .tag(Long.toString(shown.record().version()))
                .header("Cache-Control", "no-cache")
                .build();
    }

    static AccessRights rights(
            @Nullable AccessLevel everyone, @Nullable AccessLevel owningGroup, @Nullable List<@Nullable GrantRequest> grants) {
        if (everyone == null || owningGroup == null || grants == null) {
            throw incomplete();
        }
        var all = new ArrayList<Grant>();
        for (GrantRequest grant : grants) {
            if (grant == null || grant.kind() == null || grant.id() == null || grant.level() == null) {
                throw incomplete();
            }
            all.add(new Grant(grant.kind(), id(grant.id()), grant.level()));
        }
        return new AccessRights(everyone, owningGroup, all);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(
                    Category.INVALID, "access.invalid", "There is no such group or user in your company.");
        }
    }

    static PlatformException incomplete() {
        return new PlatformException(
                Category.INVALID, "request.malformed", "Send \"everyone\", \"owningGroup\" and \"grants\" with kind, id and level.");
    }
}
