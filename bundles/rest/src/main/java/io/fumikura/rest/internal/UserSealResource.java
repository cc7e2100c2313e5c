package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.people.SealDesk;
import io.fumikura.rest.internal.dto.SealDtos.SealImageDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Seals of a user, for administrators. A class of its own, because one with a shorter path would be hidden by that of the users. */
@Component(service = UserSealResource.class)
@JakartarsResource
@Path("v1/users/{id}/seals")
@Produces(MediaType.APPLICATION_JSON)
public final class UserSealResource {

    private final SealDesk desk;

    @Activate
    public UserSealResource(@Reference SealDesk desk) {
        this.desk = desk;
    }

    @GET
    public List<SealImageDto> userSeals(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return desk.of(callerOf(context), UserResource.known(id)).stream().map(SealImageDto::of).toList();
    }
}
