package io.fumikura.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sakura@example.com",
                "first.last+tag@sub.example.co.jp",
                "abc..def.@docomo.example.jp",
                "o'neill@example.com",
                "root@localhost",
                "佐倉@例え.テスト",
                "info@例え.jp"
            })
    void takesAddressesThatPeopleHave(String text) {
        assertThat(MailAddress.of(" " + text + " ").value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "sakura",
                "sakura@",
                "@example.com",
                "a@b@example.com",
                "sakura@example.com\nBcc: all@example.com",
                "sakura\r\n@example.com",
                "sakura@exam\nple.com",
                "two@example.com,three@example.com",
                "two@example.com three@example.com",
                "Sakura <sakura@example.com>",
                "\"sakura mi\"@example.com",
                "sakura@-example.com",
                "sakura@example..com",
                "sakura@example.com.",
                "sakura@[127.0.0.1]",
                "sakura@127.0.0.1",
                "sakura\u202e@example.com",
                "sakura\u0000@example.com"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> MailAddress.of(text))
                .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.code()).isEqualTo("mail.address"));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> MailAddress.of("a".repeat(65) + "@example.com")).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> MailAddress.of("a@" + "b.".repeat(130) + "com")).isInstanceOf(PlatformException.class);
    }
}
