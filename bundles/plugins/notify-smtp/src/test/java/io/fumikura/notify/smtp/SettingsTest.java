package io.fumikura.notify.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void describesTheServer() {
        assertThat(Settings.of(TestConfig.secure(587).config()).destination()).isEqualTo("localhost:587 (STARTTLS)");
        assertThat(Settings.of(TestConfig.of(25).with("host", "mail.例え.jp").config()).destination())
                .isEqualTo("mail.xn--r8jz45g.jp:25 (not encrypted)");
    }

    @ParameterizedTest
    @CsvSource({
        "host, ''",
        "host, 'smtp.example.com; rm'",
        "port, 0",
        "port, 70000",
        "security, ssl",
        "from, ''",
        "from, noreply",
        "from, 'Fumikura <noreply@example.com>'",
        "from, 'noreply@example.com\nBcc: all@example.com'",
        "from_name, 'Fumikura\r\nBcc: all@example.com'",
        "reply_to, 'a@example.com, b@example.com'",
        "helo, 'localhost\r\nMAIL FROM:<a@example.com>'",
        "user, 'a\nb'",
        "connect_seconds, 0",
        "answer_seconds, 601"
    })
    void refusesAndNamesWhatIsWrong(String setting, String value) {
        Object typed = value.matches("\\d+") ? Integer.valueOf(value) : value;
        var config = TestConfig.secure(587).with(setting, typed).config();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(config))
                .withMessageStartingWith("\"" + setting.replace('_', '.') + "\" in etc/io.fumikura.notify.smtp.cfg must be ");
    }

    @Test
    void sendsNoPasswordThatCouldBeReadOnTheWay() {
        for (String security : new String[] {"none", "starttls-if-offered"}) {
            var config = TestConfig.secure(587).with("security", security).config();
            assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(config)).withMessageContaining("starttls or tls");
        }
    }

    @Test
    void wantsAPasswordForAUser() {
        var config = TestConfig.secure(587).with("password", "").config();
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(config)).withMessageContaining("password.file");
    }

    @Test
    void aWrongConfigurationIsToldAtEachMail() {
        SmtpNotifier notifier = TestConfig.secure(587).with("from", "").notifier();
        var message = new Message("id", "sakura@example.com", Locale.ENGLISH, "Subject", "Text\n");
        NotifierException failure = catchThrowableOfType(NotifierException.class, () -> notifier.send(message));
        assertThat(failure.sort()).isEqualTo(Sort.UNREACHABLE);
        assertThat(failure).hasMessageContaining("\"from\" in etc/io.fumikura.notify.smtp.cfg");
        assertThat(notifier.destination()).contains("nowhere");
    }
}
