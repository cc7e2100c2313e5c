package io.fumikura.rest.internal.dto;

import io.fumikura.account.ApiTokens;
import io.fumikura.account.Permission;
import io.fumikura.account.Profile;
import io.fumikura.account.Users;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sign-in, profile, tokens. */
public final class Account {

    private Account() {}

    public record SignInRequest(@Nullable String login, @Nullable String password, @Nullable Boolean keep) {}

    public record SessionDto(String csrfToken, ProfileDto profile) {}

    public record ProfileDto(
            String id,
            String tenantId,
            String tenantName,
            String loginId,
            String name,
            String mail,
            List<Permission> permissions,
            String language,
            @Nullable Instant lastSignIn) {

        public static ProfileDto of(Profile profile) {
            return new ProfileDto(
                    profile.id().toString(),
                    profile.tenant().toString(),
                    profile.tenantName(),
                    profile.loginId(),
                    profile.name(),
                    profile.mail(),
                    profile.permissions().stream().sorted().toList(),
                    profile.language().getLanguage(),
                    profile.lastSignIn().orElse(null));
        }
    }

    public record ProfileChange(@Nullable String language) {}

    public record PasswordChange(@Nullable String current, @Nullable String wanted) {}

    public record PersonDto(String id, String name) {

        public static PersonDto of(Users.Person person) {
            return new PersonDto(person.id().toString(), person.name());
        }
    }

    public record TokenRequest(@Nullable String name) {}

    public record TokenDto(String id, String name, Instant created, @Nullable Instant lastUsed) {

        public static TokenDto of(ApiTokens.ApiToken token) {
            return new TokenDto(
                    token.id().toString(), token.name(), token.created(), token.lastUsed().orElse(null));
        }
    }

    /** @param secret shown this once */
    public record CreatedToken(TokenDto token, String secret) {}
}
