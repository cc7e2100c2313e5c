package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.ApiTokens;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Users;
import io.fumikura.rest.internal.dto.Account.CreatedToken;
import io.fumikura.rest.internal.dto.Account.PasswordChange;
import io.fumikura.rest.internal.dto.Account.PersonDto;
import io.fumikura.rest.internal.dto.Account.ProfileChange;
import io.fumikura.rest.internal.dto.Account.ProfileDto;
import io.fumikura.rest.internal.dto.Account.TokenDto;
import io.fumikura.rest.internal.dto.Account.TokenRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's own account, tokens and colleagues. */
@Component(service = AccountResource.class)
@JakartarsResource
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final Users users;
    private final ApiTokens tokens;

    @Activate
    public AccountResource(@Reference Users users, @Reference ApiTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @PATCH
    @Path("profile")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProfileDto change(@Context ContainerRequestContext context, @Nullable ProfileChange body) {
        String language = body == null || body.language() == null ? "" : body.language();
        if (!language.equals("ja") && !language.equals("en")) {
            throw new PlatformException(Category.INVALID, "profile.language", "The language is \"ja\" or \"en\".");
        }
        return ProfileDto.of(users.changeLanguage(callerOf(context), Locale.forLanguageTag(language)));
    }

    @POST
    @Path("profile/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(@Context ContainerRequestContext context, @Nullable PasswordChange body) {
        if (body == null || body.current() == null || body.wanted() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"current\" and \"wanted\".");
        }
        users.changePassword(callerOf(context), body.current(), body.wanted());
    }

    @GET
    @Path("people")
    public List<PersonDto> people(@Context ContainerRequestContext context) {
        return users.people(callerOf(context)).stream().map(PersonDto::of).toList();
    }

    @GET
    @Path("tokens")
    public List<TokenDto> tokens(@Context ContainerRequestContext context) {
        return tokens.list(callerOf(context)).stream().map(TokenDto::of).toList();
    }

    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = CreatedToken.class, status = 201)
    public Response createToken(@Context ContainerRequestContext context, @Nullable TokenRequest body) {
        String name = body == null || body.name() == null ? "" : body.name();
        ApiTokens.Created created = tokens.create(callerOf(context), name);
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new CreatedToken(TokenDto.of(created.token()), created.secret()))
                .build();
    }

    @DELETE
    @Path("tokens/{id}")
    public void revokeToken(@Context ContainerRequestContext context, @PathParam("id") String id) {
        tokens.revoke(callerOf(context), Ids.uuid(id));
    }
}
