package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.PlatformException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DocumentPasswordTest {

    @Test
    void readsKanjiFromAHeader() {
        assertThat(DocumentPassword.fromHeader(base64("秘密"))).contains("秘密");
        assertThat(DocumentPassword.fromHeader(null)).isEmpty();
        assertThat(DocumentPassword.fromHeader("")).isEmpty();
    }

    @Test
    void refusesWhatNoDocumentCanHave() {
        for (String header : new String[] {"!!!", base64("x".repeat(256))}) {
            assertThatThrownBy(() -> DocumentPassword.fromHeader(header))
                    .isInstanceOfSatisfying(
                            PlatformException.class, e -> assertThat(e.code()).isEqualTo("request.password"));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
