package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.PasswordRule;
import io.fumikura.account.PasswordRule.Policy;
import io.fumikura.account.PlatformException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final PasswordRule MODERN = new PasswordRule(Policy.MODERN, 15);
    private static final PasswordRule WITH_SECOND_FACTOR = new PasswordRule(Policy.MODERN, 8);
    private static final PasswordRule CLASSIC = new PasswordRule(Policy.CLASSIC, 8);

    private static PlatformException refusal(String password) {
        return refusal(password, MODERN);
    }

    private static PlatformException refusal(String password, PasswordRule rule) {
        return catchThrowableOfType(
                PlatformException.class, () -> PasswordRules.check(password, rule, "A15336-01", "佐倉 美咲", "misaki@example.com"));
    }

    private static String reason(String password, PasswordRule rule) {
        PlatformException refusal = refusal(password, rule);
        return refusal == null ? "taken" : (String) refusal.details().get("reason");
    }

    @ParameterizedTest
    @CsvSource({
        "kT9-wq2, short", "kT9_wq2Lm, taken", "kT9wq2LmX, classes", "kTx-wqnLm, classes", "92-4471835, classes", "kT9-wq2Lm?, characters",
        "kT9 wq2-Lm, characters", "kＴ9-wq2Lm, characters", "kT9-wqあLm, characters", "Password-1, common", "sakura#2024, common",
        "Passw0rd#1, common", "qwerty-123, common", "A15336-01#, own"
    })
    void classicPasswordsHaveLettersDigitsAndSymbolsAndNothingElse(String password, String reason) {
        assertThat(reason(password, CLASSIC)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"kT9wq2L, short", "kT9wq2Lm, taken", "password, common", "p@ssw0rd, common", "sakura12, common", "12345678, common", "猫と月と餅つき, short", "猫が月で餅をつく, taken"})
    void withASecondFactorEightCharactersAreEnough(String password, String reason) {
        assertThat(reason(password, WITH_SECOND_FACTOR)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "passwordpassword", "Password12345678", "ｐａｓｓｗｏｒｄ１２３４５６７８", "qwertyuiopasdfghjkl", "aaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc",
        "abcdefghijklmnop", "123456789012345678", "sakura-sakura-2024", "kabushikigaisha2024", "iloveyou-iloveyou1", "パスワードパスワードパスワード", "A15336-01A15336-01x",
        "administrator!!!!", "2024/04/01 2025/03/31", "letmein-letmein-please", "zaq1xsw2cde3vfr4", "!QAZ@WSX#EDC$RFV", "liverpool-champion1",
        "takahashi-hanako1985", "m1ch3ll3-jenn1f3r", "chocolate cookies 99", "令和6年4月1日月曜日 2024", "heisei31nen4gatsu30nichi", "大好き東京本社12345678",
        "tanjoubi-arigatou2024"
    })
    void refusesWhatEverybodyTries(String password) {
        assertThat(refusal(password)).isNotNull().returns("password.weak", PlatformException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "うさぎが月で餅をついている夜だ", "x7Kq-99fB-tt2L-mmQ4", "tokyo no giraffe ga tonda", "chocolate thunder keyboard okinawa volcano", "guitar-penguin-coffee-mountain", "vYQmTTT2p9RrWc5ubXs4"})
    void takesLongUnlikelyOnes(String password) {
        assertThat(refusal(password)).isNull();
    }

    @Test
    void refusesFarMoreThanThreeThousandThatAreLongEnough() {
        List<String> endings = List.of("1", "12", "123", "1234", "12345678", "2024", "2025!", "!", "@1985", "_0401", "1234567890", "!!!!!!!!", "19991231");
        List<String> tried = PasswordRules.words().stream()
                .flatMap(word -> endings.stream().flatMap(ending -> Stream.of(word + ending, word + "-" + word + ending, ending + word)))
                .filter(password -> password.codePointCount(0, password.length()) >= 15)
                .distinct()
                .toList();

        assertThat(tried).hasSizeGreaterThan(20_000);
        assertThat(tried.stream().filter(password -> refusal(password) == null)).isEmpty();
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
