package io.fumikura.rest.internal.dto;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SecondFactors;
import io.fumikura.rest.internal.dto.Account.SessionDto;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Second factors. */
public final class Factor {

    private Factor() {}

    /** @param totpSince null without an authenticator app */
    public record FactorsDto(@Nullable Instant totpSince, int recoveryCodes, boolean required) {

        public static FactorsDto of(SecondFactors.State state) {
            return new FactorsDto(state.totpSince().orElse(null), state.recoveryCodes(), state.required());
        }
    }

    /** @param secret the password, or a code */
    public record ConfirmationDto(@Nullable String secret) {}

    /**
     * @param secret in base32
     * @param uri for the QR code
     */
    public record TotpSeedDto(String secret, String uri) {

        public static TotpSeedDto of(SecondFactors.TotpSeed seed) {
            return new TotpSeedDto(seed.secret(), seed.uri());
        }
    }

    public record CodeDto(@Nullable String code) {

        public static String of(@Nullable CodeDto body) {
            if (body == null || body.code() == null) {
                throw new PlatformException(Category.INVALID, "request.malformed", "Send \"code\".");
            }
            return body.code();
        }
    }

    /** @param recoveryCodes shown this once */
    public record RecoveryCodesDto(List<String> recoveryCodes) {}

    /** @param recoveryCodes shown this once */
    public record EnrolledDto(SessionDto session, List<String> recoveryCodes) {}
}
