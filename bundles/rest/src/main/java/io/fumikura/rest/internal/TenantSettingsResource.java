package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.rest.internal.dto.Tenancy.TenantSettingsDto;
import io.fumikura.tenant.Settings;
import io.fumikura.tenant.TenantSettings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Settings of the caller's company. */
@Component(service = TenantSettingsResource.class)
@JakartarsResource
@Path("v1/tenant-settings")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantSettingsResource {

    private final TenantSettings settings;

    @Activate
    public TenantSettingsResource(@Reference TenantSettings settings) {
        this.settings = settings;
    }

    @GET
    @Answers(TenantSettingsDto.class)
    public Response ownTenantSettings(@Context ContainerRequestContext context) {
        Caller caller = callerOf(context);
        return answer(settings.read(caller, caller.tenant()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(TenantSettingsDto.class)
    public Response changeOwnTenantSettings(
            @Context ContainerRequestContext context, @HeaderParam("If-Match") @Nullable String match, @Nullable TenantSettingsDto body) {
        Caller caller = callerOf(context);
        return change(settings, caller, caller.tenant(), match, body);
    }

    static Response change(
            TenantSettings settings, Caller caller, TenantId tenant, @Nullable String match, @Nullable TenantSettingsDto body) {
        Settings before = settings.read(caller, tenant);
        long version = Versions.of(match);
        if (body == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send the settings that are to be changed.");
        }
        return answer(settings.change(caller, tenant, body.on(before, version)));
    }

    static Response answer(Settings settings) {
        return Response.ok(TenantSettingsDto.of(settings))
                .tag(Long.toString(settings.signIn().version()))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
