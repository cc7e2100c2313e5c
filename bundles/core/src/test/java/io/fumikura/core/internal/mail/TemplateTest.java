package io.fumikura.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    /** Names of all templates that are there in one language at least. */
    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/mail"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")).distinct().sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void rendersInBothLanguagesFromTheSameValues(String name) {
        Template japanese = Template.of(name, Locale.JAPANESE);
        Template english = Template.of(name, Locale.ENGLISH);
        var values = new HashMap<String, String>();
        japanese.placeholders().forEach(placeholder -> values.put(placeholder, "<" + placeholder + ">"));
        for (Template template : List.of(japanese, english)) {
            MailText mail = template.fill(values);
            assertThat(mail.subject()).isNotBlank().doesNotContain("{", "}", "\n");
            assertThat(mail.text()).doesNotContain("{", "}");
            values.values().forEach(value -> assertThat(mail.subject() + mail.text()).contains(value));
        }
        assertThat(japanese.fill(values).subject()).matches(".*[\\p{IsHan}\\p{IsKatakana}].*");
        assertThat(english.fill(values).text()).matches("\\A[\\p{ASCII}]+\\z");
    }

    @Test
    void refusesAnUnknownTemplate() {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.of("no-such-mail", Locale.JAPANESE));
        assertThatIllegalArgumentException().isThrownBy(() -> Template.of("../db/migration/V1__schema", Locale.JAPANESE));
    }

    @Test
    void refusesMissingAndNeedlessValues() {
        Template template = Template.parse("test", "Subject: Hello {name}\n\nText {link}\n");
        assertThatIllegalArgumentException().isThrownBy(() -> template.fill(Map.of("name", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> template.fill(Map.of("name", "a", "link", "b", "more", "c")));
        assertThat(template.fill(Map.of("name", "a", "link", "b"))).isEqualTo(new MailText("Hello a", "Text b\n"));
    }

    @Test
    void refusesAFileWithoutSubject() {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.parse("test", "Hello\n\nText\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> Template.parse("test", "Subject: Hello\nText\n"));
    }

    @Test
    void valuesAddNoLinesAndNoPlaceholders() {
        Template template = Template.parse("test", "Subject: For {name}\n\nDear {name},\n{note}\n");
        MailText mail = template.fill(Map.of("name", "Eve\r\nBcc: all@example.com\u2028{note}$1\\", "note", "one\r\ntwo\u0007"));
        assertThat(mail.subject()).isEqualTo("For Eve Bcc: all@example.com {note}$1\\");
        assertThat(mail.text()).isEqualTo("Dear Eve Bcc: all@example.com {note}$1\\,\none\ntwo\n");
    }

    @Test
    void cutsASubjectThatIsTooLong() {
        Template template = Template.parse("test", "Subject: {name}\n\nText\n");
        String subject = template.fill(Map.of("name", "𠮷".repeat(600))).subject();
        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(500);
        assertThat(subject).endsWith("𠮷…");
    }
}
