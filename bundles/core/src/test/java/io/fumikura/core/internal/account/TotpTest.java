package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"
    })
    void makesTheCodesOfRfc6238(long seconds, String code) {
        assertThat(Totp.code(SEED, seconds / 30, 8)).isEqualTo(code);
        assertThat(Totp.step(SEED, code.substring(2), Instant.ofEpochSecond(seconds), -1)).hasValue(seconds / 30);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "-1, true", "0, true", "29, true", "59, true", "60, false"})
    void takesTheCodesBeforeAndAfterThePresentOne(long late, boolean taken) {
        Instant shown = Instant.ofEpochSecond(1_111_111_080);
        String code = Totp.code(SEED, 1_111_111_080 / 30, 6);

        assertThat(Totp.step(SEED, code, shown.plusSeconds(late), -1).isPresent()).isEqualTo(taken);
    }

    @Test
    void takesNoCodeTwiceNorOneFromBefore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = 1_111_111_111 / 30;

        assertThat(Totp.step(SEED, Totp.code(SEED, step, 6), now, step)).isEmpty();
        assertThat(Totp.step(SEED, Totp.code(SEED, step - 1, 6), now, step)).isEmpty();
        assertThat(Totp.step(SEED, Totp.code(SEED, step + 1, 6), now, step)).hasValue(step + 1);
    }

    @Test
    void aClockThatIsPutBackBringsNoUsedCodeBack() {
        long step = 1_111_111_111 / 30;
        Instant earlier = Instant.ofEpochSecond(1_111_111_111).minusSeconds(3600);

        assertThat(Totp.step(SEED, Totp.code(SEED, step - 120, 6), earlier, step)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSeedsInBase32(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
