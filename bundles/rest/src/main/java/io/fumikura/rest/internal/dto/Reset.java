package io.fumikura.rest.internal.dto;

import io.fumikura.account.PasswordResets;
import io.fumikura.rest.internal.dto.Account.PasswordRuleDto;
import org.jspecify.annotations.Nullable;

/** New passwords by mail. */
public final class Reset {

    private Reset() {}

    /** @param login user ID or mail address */
    public record ResetRequest(@Nullable String login) {}

    public record LookRequest(@Nullable String token) {}

    public record NewPasswordRequest(@Nullable String token, @Nullable String wanted) {}

    public record ResetDto(String name, String loginId, PasswordRuleDto passwordRule) {

        public static ResetDto of(PasswordResets.Reset reset) {
            return new ResetDto(reset.name(), reset.loginId(), PasswordRuleDto.of(reset.passwordRule()));
        }
    }
}
