package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static PlatformException refusal(String password) {
        return catchThrowableOfType(
                PlatformException.class, () -> PasswordRules.check(password, "A15336-01", "佐倉 美咲", "misaki@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "passwordpassword", "Password12345678", "ｐａｓｓｗｏｒｄ１２３４５６７８", "qwertyuiopasdfghjkl", "aaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc",
        "abcdefghijklmnop", "123456789012345678", "sakura-sakura-2024", "kabushikigaisha2024", "iloveyou-iloveyou1", "パスワードパスワードパスワード", "A15336-01A15336-01x",
        "administrator!!!!", "2024/04/01 2025/03/31", "letmein-letmein-please"
    })
    void refusesWhatEverybodyTries(String password) {
        assertThat(refusal(password)).isNotNull().returns("password.weak", PlatformException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "うさぎが月で餅をついている夜だ", "x7Kq-99fB-tt2L-mmQ4", "tokyo no giraffe ga tonda", "vYQmTTT2p9RrWc5ubXs4"})
    void takesLongUnlikelyOnes(String password) {
        assertThat(refusal(password)).isNull();
    }

    @Test
    void refusesFewerThanFifteenCharacters() {
        assertThat(refusal("x7Kq-99fB-tt2L").details()).containsEntry("reason", "short").containsEntry("minimum", 15);
    }

    @Test
    void hashesDifferForTheSamePasswordAndMatchInAnyNormalForm() {
        String hash = PasswordHash.of("がぎぐげご");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(PasswordHash.of("がぎぐげご"));
        assertThat(PasswordHash.matches("がぎぐげご", hash)).isTrue();
        assertThat(PasswordHash.matches("かきくけこ", hash)).isFalse();
        assertThat(PasswordHash.matches("x", "none")).isFalse();
    }
}
