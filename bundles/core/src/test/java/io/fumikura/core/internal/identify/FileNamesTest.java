package io.fumikura.core.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @Test
    void keepsTheLastPathPartOnly() {
        assertThat(FileNames.clean("../../etc/契約書.pdf")).isEqualTo("契約書.pdf");
        assertThat(FileNames.clean("C:\\Users\\a\\契約書.pdf")).isEqualTo("契約書.pdf");
    }

    @Test
    void joinsKanaThatWereTakenApart() {
        assertThat(FileNames.clean("ハ\u309aンフレット カ\u3099.pdf")).isEqualTo("パンフレット ガ.pdf");
    }

    @Test
    void removesControlCharactersAndOverridesOfDirection() {
        assertThat(FileNames.clean("in\u0000vo\u0007ice\u202efdp.\u200bexe\n.pdf")).isEqualTo("invoicefdp.exe .pdf");
    }

    @Test
    void keepsEmojiWhole() {
        assertThat(FileNames.clean("👩‍💻❤️.pdf")).isEqualTo("👩‍💻❤️.pdf");
    }

    @Test
    void shortensKeepingTheExtension() {
        assertThat(FileNames.clean("あ".repeat(300) + ".docx")).hasSize(200).endsWith("あ.docx");
    }

    @Test
    void doesNotCutACharacterInHalf() {
        String name = FileNames.clean("𠮷".repeat(150) + ".txt");
        assertThat(name.codePoints().filter(c -> c >= 0xd800 && c < 0xe000)).isEmpty();
        assertThat(name.length()).isLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a/", "\u0000\u0001", "\u202e"})
    void refusesNamesOfWhichNothingIsLeft(String name) {
        assertThatThrownBy(() -> FileNames.clean(name))
                .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.code()).isEqualTo("upload.name"));
    }
}
