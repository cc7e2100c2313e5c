package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.Groups;
import io.fumikura.rest.internal.dto.People.GroupDto;
import io.fumikura.rest.internal.dto.People.GroupNameRequest;
import io.fumikura.rest.internal.dto.People.GroupParentRequest;
import io.fumikura.rest.internal.dto.People.NewGroupRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The tree of a company's groups. */
@Component(service = GroupResource.class)
@JakartarsResource
@Path("v1/groups")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupResource {

    private final Groups groups;

    @Activate
    public GroupResource(@Reference Groups groups) {
        this.groups = groups;
    }

    @GET
    public List<GroupDto> groups(@Context ContainerRequestContext context, @QueryParam("q") @DefaultValue("") String part) {
        return groups.list(callerOf(context), part).stream().map(GroupDto::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = GroupDto.class, status = 201)
    public Response createGroup(@Context ContainerRequestContext context, @Nullable NewGroupRequest body) {
        if (body == null || body.name() == null) {
            throw malformed("Send \"name\".");
        }
        return answer(201, groups.create(callerOf(context), group(body.parent()), body.name()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(GroupDto.class)
    public Response renameGroup(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable GroupNameRequest body) {
        if (body == null || body.name() == null) {
            throw malformed("Send \"name\".");
        }
        return answer(200, groups.rename(callerOf(context), known(id), Versions.of(match), body.name()));
    }

    @PUT
    @Path("{id}/parent")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(GroupDto.class)
    public Response moveGroup(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable GroupParentRequest body) {
        if (body == null) {
            throw malformed("Send \"parent\".");
        }
        return answer(200, groups.move(callerOf(context), known(id), Versions.of(match), group(body.parent())));
    }

    /** @param heir the group that takes over users and groups */
    @DELETE
    @Path("{id}")
    public void deleteGroup(
            @Context ContainerRequestContext context, @PathParam("id") String id, @QueryParam("heir") @Nullable String heir) {
        groups.delete(callerOf(context), known(id), group(heir));
    }

    private static Response answer(int status, Group group) {
        return Response.status(status)
                .tag(Long.toString(group.version()))
                .header("Cache-Control", "no-cache")
                .entity(GroupDto.of(group))
                .build();
    }

    static Optional<GroupId> group(@Nullable String id) {
        return Optional.ofNullable(id).filter(text -> !text.isEmpty()).map(GroupResource::known);
    }

    static GroupId known(String id) {
        try {
            return new GroupId(java.util.UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new PlatformException(Category.NOT_FOUND, "group.unknown", "There is no such group.");
        }
    }

    private static PlatformException malformed(String message) {
        return new PlatformException(Category.INVALID, "request.malformed", message);
    }
}
