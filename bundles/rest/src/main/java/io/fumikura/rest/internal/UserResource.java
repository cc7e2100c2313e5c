package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.people.GroupId;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserForm;
import io.fumikura.people.UserQuery;
import io.fumikura.people.UserState;
import io.fumikura.people.UserStates;
import io.fumikura.rest.internal.dto.People.RegistrationDto;
import io.fumikura.rest.internal.dto.People.UserDetailDto;
import io.fumikura.rest.internal.dto.People.UserDto;
import io.fumikura.rest.internal.dto.People.UserRequest;
import io.fumikura.rest.internal.dto.People.UsersDto;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Users, for those who administer them. */
@Component(service = UserResource.class)
@JakartarsResource
@Path("v1/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final UserDirectory users;
    private final UserStates states;

    @Activate
    public UserResource(@Reference UserDirectory users, @Reference UserStates states) {
        this.users = users;
        this.states = states;
    }

    @GET
    public UsersDto users(
            @Context ContainerRequestContext context,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("permission") @Nullable String permission,
            @QueryParam("group") @Nullable String group,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        var query = new UserQuery(
                text,
                given(state).map(name -> one("state", UserState.class, name)),
                given(permission).map(name -> one("permission", Permission.class, name)),
                GroupResource.group(group),
                given(cursor),
                QueryText.limit(limit));
        return UsersDto.of(users.list(callerOf(context), query));
    }

    /** The next free user ID, and what the caller may give. */
    @GET
    @Path("next")
    public RegistrationDto nextUser(@Context ContainerRequestContext context) {
        return RegistrationDto.of(users.next(callerOf(context)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = UserDto.class, status = 201)
    public Response createUser(@Context ContainerRequestContext context, @Nullable UserRequest body) {
        UserForm form = form(body);
        Optional<String> login = Optional.ofNullable(body).map(UserRequest::loginId);
        return answer(201, users.create(callerOf(context), login, form));
    }

    @GET
    @Path("{id}")
    @Answers(UserDetailDto.class)
    public Response user(@Context ContainerRequestContext context, @PathParam("id") String id) {
        UserAccount user = users.show(callerOf(context), known(id));
        return Response.ok(new UserDetailDto(UserDto.of(user), states.records(callerOf(context), user.id())))
                .tag(Long.toString(user.version()))
                .header("Cache-Control", "no-cache")
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(UserDto.class)
    public Response changeUser(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable UserRequest body) {
        long version = Versions.of(match);
        UserAccount before = users.show(callerOf(context), known(id));
        return answer(200, users.change(callerOf(context), before.id(), version, form(body, before)));
    }

    @POST
    @Path("{id}/lock")
    public UserDto lockUser(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return UserDto.of(states.lock(callerOf(context), known(id)));
    }

    @POST
    @Path("{id}/unlock")
    public UserDto unlockUser(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return UserDto.of(states.unlock(callerOf(context), known(id)));
    }

    /** Ends all sessions of the user. */
    @DELETE
    @Path("{id}/sessions")
    public void endUserSessions(@Context ContainerRequestContext context, @PathParam("id") String id) {
        states.endSessions(callerOf(context), known(id));
    }

    /** Mails a new initial password. */
    @POST
    @Path("{id}/password")
    public UserDto issueUserPassword(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return UserDto.of(states.issuePassword(callerOf(context), known(id)));
    }

    /** @param heir the user who takes over the records */
    @DELETE
    @Path("{id}")
    @Answers(UserDto.class)
    public Response deleteUser(
            @Context ContainerRequestContext context, @PathParam("id") String id, @QueryParam("heir") @Nullable String heir) {
        return answer(200, states.delete(callerOf(context), known(id), given(heir).map(UserResource::known)));
    }

    @POST
    @Path("{id}/restore")
    public UserDto restoreUser(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return UserDto.of(states.restore(callerOf(context), known(id)));
    }

    private static Response answer(int status, UserAccount user) {
        return Response.status(status)
                .tag(Long.toString(user.version()))
                .header("Cache-Control", "no-cache")
                .entity(UserDto.of(user))
                .build();
    }

    private static UserForm form(@Nullable UserRequest body) {
        if (body == null || body.name() == null || body.mail() == null || body.permissions() == null) {
            throw new PlatformException(
                    Category.INVALID, "request.malformed", "Send \"name\", \"mail\" and \"permissions\" at least.");
        }
        return new UserForm(
                body.name(),
                body.mail(),
                orElse(body.subMails(), List.of()),
                places(body, List.of()),
                Set.copyOf(body.permissions()),
                body.language() == null ? Locale.JAPANESE : language(body.language()));
    }

    /** What is left out stays. */
    private static UserForm form(@Nullable UserRequest body, UserAccount user) {
        if (body == null || body.loginId() != null) {
            throw new PlatformException(
                    Category.INVALID, "request.malformed", "Send what is to be changed. A user ID never changes.");
        }
        return new UserForm(
                orElse(body.name(), user.name()),
                orElse(body.mail(), user.mail()),
                orElse(body.subMails(), user.subMails()),
                places(body, user.groups().stream().map(UserAccount.Place::group).toList()),
                body.permissions() == null ? user.permissions() : Set.copyOf(body.permissions()),
                body.language() == null ? user.language() : language(body.language()));
    }

    private static List<GroupId> places(UserRequest body, List<GroupId> otherwise) {
        List<String> groups = body.groups();
        return groups == null ? otherwise : groups.stream().map(GroupResource::known).toList();
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static Locale language(String language) {
        if (!language.equals("ja") && !language.equals("en")) {
            throw new PlatformException(Category.INVALID, "profile.language", "The language is \"ja\" or \"en\".");
        }
        return language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    static UserId known(String id) {
        try {
            return new UserId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user.");
        }
    }

    private static <T extends Enum<T>> T one(String part, Class<T> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(
                    Category.INVALID,
                    "query.invalid",
                    "The parameter " + part + " can't be \"" + name + "\". It is one of " + List.of(type.getEnumConstants()) + ".",
                    Map.of("part", part),
                    e);
        }
    }
}
