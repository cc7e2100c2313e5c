package io.fumikura.rest.internal.dto;

import io.fumikura.account.ApiTokens;
import io.fumikura.account.OpenSessions;
import io.fumikura.account.PasswordRule;
import io.fumikura.account.Permission;
import io.fumikura.account.Profile;
import io.fumikura.account.SignInRules;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps;
import io.fumikura.account.Users;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sign-in, profile, tokens. */
public final class Account {

    private Account() {}

    public record SignInRequest(@Nullable String login, @Nullable String password, @Nullable Boolean keep) {}

    /**
     * @param stage how far the sign-in has come; nothing but its step answers until it is FULL
     * @param profile of a full session
     * @param waitingFor of a limited one
     * @param passwordRule what a new password must be like
     */
    public record SessionDto(
            String csrfToken,
            SignInStage stage,
            @Nullable ProfileDto profile,
            @Nullable StepDto waitingFor,
            PasswordRuleDto passwordRule) {

        public static SessionDto full(String csrfToken, Profile profile, PasswordRule rule) {
            return new SessionDto(csrfToken, SignInStage.FULL, ProfileDto.of(profile), null, PasswordRuleDto.of(rule));
        }

        public static SessionDto waiting(String csrfToken, SignInSteps.Step step) {
            return new SessionDto(csrfToken, step.stage(), null, StepDto.of(step), PasswordRuleDto.of(step.passwordRule()));
        }
    }

    /**
     * Whose sign-in it is that waits.
     *
     * @param hasFactor whether there is a second factor to be answered; otherwise one must be added
     * @param hasApp whether it may be answered by an authenticator app
     * @param hasPasskey whether it may be answered by a passkey
     * @param passwordDue why the password must be changed, when it must
     */
    public record StepDto(
            String name,
            String loginId,
            String language,
            boolean hasFactor,
            boolean hasApp,
            boolean hasPasskey,
            SignInSteps.PasswordDue passwordDue) {

        static StepDto of(SignInSteps.Step step) {
            return new StepDto(
                    step.name(),
                    step.loginId(),
                    step.language().getLanguage(),
                    step.hasFactor(),
                    step.hasApp(),
                    step.hasPasskey(),
                    step.passwordDue());
        }
    }

    public record PasswordRuleDto(PasswordRule.Policy policy, int minimum) {

        static PasswordRuleDto of(PasswordRule rule) {
            return new PasswordRuleDto(rule.policy(), rule.minimum());
        }
    }

    public record InitialPasswordChange(@Nullable String wanted) {}

    /** @param present whether it is the session of this request */
    public record OpenSessionDto(
            String id,
            String userId,
            String loginId,
            String name,
            String mail,
            String tenantName,
            String address,
            String browser,
            Instant created,
            Instant seen,
            Instant expires,
            SignInStage stage,
            boolean present) {

        public static OpenSessionDto of(OpenSessions.OpenSession session) {
            return new OpenSessionDto(
                    session.id().toString(),
                    session.user().toString(),
                    session.loginId(),
                    session.name(),
                    session.mail(),
                    session.tenantName(),
                    session.client().address(),
                    session.client().browser(),
                    session.created(),
                    session.seen(),
                    session.expires(),
                    session.stage(),
                    session.present());
        }
    }

    /** @param session to be signed out; null to enter with a licence that is free by now */
    public record LicenceRequest(@Nullable String session) {}

    public record EndedDto(int ended) {}

    public record SignInRulesDto(
            PasswordRule.@Nullable Policy passwordPolicy,
            @Nullable Boolean secondFactorRequired,
            @Nullable Integer idleMinutes,
            @Nullable Integer longestDays) {

        public static SignInRulesDto of(SignInRules rules) {
            return new SignInRulesDto(rules.passwordPolicy(), rules.secondFactorRequired(), rules.idleMinutes(), rules.longestDays());
        }

        /** @return these; what is missing stays as it is in {@code before} */
        public SignInRules on(SignInRules before, long version) {
            return new SignInRules(
                    passwordPolicy == null ? before.passwordPolicy() : passwordPolicy,
                    secondFactorRequired == null ? before.secondFactorRequired() : secondFactorRequired,
                    idleMinutes == null ? before.idleMinutes() : idleMinutes,
                    longestDays == null ? before.longestDays() : longestDays,
                    version);
        }
    }

    public record ProfileDto(
            String id,
            String tenantId,
            String tenantName,
            String loginId,
            String name,
            String mail,
            List<Permission> permissions,
            String language,
            @Nullable Instant lastSignIn,
            String lastSignInFrom) {

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
                    profile.lastSignIn().orElse(null),
                    profile.lastSignInFrom());
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
