package io.fumikura.rest.internal.dto;

import io.fumikura.rest.internal.dto.Account.SignInRulesDto;
import io.fumikura.tenant.Settings;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantPage;
import io.fumikura.tenant.TenantState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Companies for those who run the platform, and their settings. */
public final class Tenancy {

    private Tenancy() {}

    public record TenantDto(
            String id,
            String code,
            String name,
            TenantState state,
            String reason,
            String plan,
            String timeZone,
            List<String> ownNames,
            List<String> ownNumbers,
            Instant created,
            long users,
            long version) {

        public static TenantDto of(Tenant tenant) {
            return new TenantDto(
                    tenant.id().toString(),
                    tenant.code(),
                    tenant.name(),
                    tenant.state(),
                    tenant.reason(),
                    tenant.plan(),
                    tenant.timeZone().getId(),
                    tenant.ownNames(),
                    tenant.ownNumbers(),
                    tenant.created(),
                    tenant.users(),
                    tenant.version());
        }
    }

    public record TenantsDto(List<TenantDto> tenants, long total, @Nullable String next) {

        public static TenantsDto of(TenantPage page) {
            return new TenantsDto(
                    page.tenants().stream().map(TenantDto::of).toList(), page.total(), page.next().orElse(null));
        }
    }

    /** What is left out of a change stays. */
    public record TenantRequest(
            @Nullable String name,
            @Nullable String plan,
            @Nullable String timeZone,
            @Nullable List<String> ownNames,
            @Nullable List<String> ownNumbers) {}

    /** @param timeZone Asia/Tokyo without one */
    public record NewTenantRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String plan,
            @Nullable String timeZone,
            @Nullable List<String> ownNames,
            @Nullable List<String> ownNumbers,
            @Nullable FirstAdministratorRequest administrator) {}

    public record FirstAdministratorRequest(@Nullable String name, @Nullable String mail, @Nullable String language) {}

    public record TenantStateRequest(@Nullable TenantState state, @Nullable String reason) {}

    /**
     * What is left out of a change stays.
     *
     * @param code of the company, with which user IDs begin; never changes, whatever is sent
     */
    public record TenantSettingsDto(
            @Nullable SignInRulesDto signIn, @Nullable String code, @Nullable String loginPattern, @Nullable Boolean ownNameChange) {

        public static TenantSettingsDto of(Settings settings) {
            return new TenantSettingsDto(
                    SignInRulesDto.of(settings.signIn()), settings.code(), settings.loginPattern(), settings.ownNameChange());
        }

        /** @return these; what is missing stays as it is in {@code before} */
        public Settings on(Settings before, long version) {
            SignInRulesDto rules = signIn == null ? SignInRulesDto.of(before.signIn()) : signIn;
            return new Settings(
                    rules.on(before.signIn(), version),
                    before.code(),
                    loginPattern == null ? before.loginPattern() : loginPattern,
                    ownNameChange == null ? before.ownNameChange() : ownNameChange);
        }
    }
}
