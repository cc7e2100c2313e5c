package io.fumikura.rest.internal;

import static io.fumikura.rest.internal.AuthenticationFilter.callerOf;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.plan.Plans;
import io.fumikura.rest.internal.dto.Plan.UsageDto;
import io.fumikura.rest.internal.dto.Tenancy.FirstAdministratorRequest;
import io.fumikura.rest.internal.dto.Tenancy.NewTenantRequest;
import io.fumikura.rest.internal.dto.Tenancy.TenantDto;
import io.fumikura.rest.internal.dto.Tenancy.TenantRequest;
import io.fumikura.rest.internal.dto.Tenancy.TenantSettingsDto;
import io.fumikura.rest.internal.dto.Tenancy.TenantStateRequest;
import io.fumikura.rest.internal.dto.Tenancy.TenantsDto;
import io.fumikura.tenant.FirstAdministrator;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.TenantQuery;
import io.fumikura.tenant.TenantSettings;
import io.fumikura.tenant.TenantState;
import io.fumikura.tenant.Tenants;
import jakarta.ws.rs.Consumes;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Companies, for those who run the platform. */
@Component(service = TenantResource.class)
@JakartarsResource
@Path("v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantResource {

    private final Tenants tenants;
    private final Plans plans;
    private final TenantSettings settings;

    @Activate
    public TenantResource(@Reference Tenants tenants, @Reference Plans plans, @Reference TenantSettings settings) {
        this.tenants = tenants;
        this.plans = plans;
        this.settings = settings;
    }

    @GET
    public TenantsDto tenants(
            @Context ContainerRequestContext context,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("plan") @Nullable String plan,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        var query = new TenantQuery(
                text, given(state).map(TenantResource::state), given(plan), given(cursor), QueryText.limit(limit));
        return TenantsDto.of(tenants.list(callerOf(context), query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = TenantDto.class, status = 201)
    public Response createTenant(@Context ContainerRequestContext context, @Nullable NewTenantRequest body) {
        Caller caller = callerOf(context);
        FirstAdministratorRequest first = body == null ? null : body.administrator();
        if (body == null || body.code() == null || body.name() == null || body.plan() == null
                || first == null || first.name() == null || first.mail() == null) {
            throw new PlatformException(
                    Category.INVALID,
                    "request.malformed",
                    "Send \"code\", \"name\", \"plan\" and the \"administrator\" with \"name\" and \"mail\" at least.");
        }
        var form = new TenantForm(
                body.name(),
                body.plan(),
                orElse(body.timeZone(), "Asia/Tokyo"),
                orElse(body.ownNames(), List.of()),
                orElse(body.ownNumbers(), List.of()));
        var administrator = new FirstAdministrator(first.name(), first.mail(), language(first.language()));
        return answer(201, tenants.create(caller, body.code(), form, administrator));
    }

    @GET
    @Path("{id}")
    @Answers(TenantDto.class)
    public Response tenant(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return answer(200, tenants.show(callerOf(context), known(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(TenantDto.class)
    public Response changeTenant(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable TenantRequest body) {
        Tenant before = tenants.show(callerOf(context), known(id));
        long version = Versions.of(match);
        if (body == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send what is to be changed.");
        }
        var form = new TenantForm(
                orElse(body.name(), before.name()),
                orElse(body.plan(), before.plan()),
                orElse(body.timeZone(), before.timeZone().getId()),
                orElse(body.ownNames(), before.ownNames()),
                orElse(body.ownNumbers(), before.ownNumbers()));
        return answer(200, tenants.change(callerOf(context), before.id(), version, form));
    }

    /** Shuts a company, or opens it again. */
    @PUT
    @Path("{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(TenantDto.class)
    public Response moveTenant(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable TenantStateRequest body) {
        Tenant before = tenants.show(callerOf(context), known(id));
        long version = Versions.of(match);
        if (body == null || body.state() == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send the \"state\": ACTIVE, SUSPENDED or CLOSED.");
        }
        return answer(200, tenants.move(callerOf(context), before.id(), version, body.state(), orElse(body.reason(), "")));
    }

    @GET
    @Path("{id}/usage")
    public UsageDto tenantUsage(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return UsageDto.of(plans.usage(callerOf(context), known(id)));
    }

    @GET
    @Path("{id}/settings")
    @Answers(TenantSettingsDto.class)
    public Response tenantSettings(@Context ContainerRequestContext context, @PathParam("id") String id) {
        return TenantSettingsResource.answer(settings.read(callerOf(context), known(id)));
    }

    @PUT
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(TenantSettingsDto.class)
    public Response changeTenantSettings(
            @Context ContainerRequestContext context,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable TenantSettingsDto body) {
        return TenantSettingsResource.change(settings, callerOf(context), known(id), match, body);
    }

    private static Response answer(int status, Tenant tenant) {
        return Response.status(status)
                .tag(Long.toString(tenant.version()))
                .header("Cache-Control", "no-cache")
                .entity(TenantDto.of(tenant))
                .build();
    }

    static TenantId known(String id) {
        try {
            return new TenantId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company.");
        }
    }

    private static TenantState state(String name) {
        return Arrays.stream(TenantState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        Category.INVALID,
                        "query.invalid",
                        "The parameter state can't be \"" + name + "\". It is ACTIVE, SUSPENDED or CLOSED.",
                        Map.of("part", "state"),
                        null));
    }

    private static Locale language(@Nullable String language) {
        if (language != null && !language.equals("ja") && !language.equals("en")) {
            throw new PlatformException(Category.INVALID, "profile.language", "The language is \"ja\" or \"en\".");
        }
        return "en".equals(language) ? Locale.ENGLISH : Locale.JAPANESE;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
