package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.PlatformException;
import io.fumikura.document.Previews.Content;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class ContentsTest {

    @Test
    void tellsThatAStoredFileIsDamaged() {
        var damaged = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Blob 1 is damaged on disk.");
            }
        };
        var answer = (StreamingOutput)
                Contents.download(new Content("a.pdf", "application/pdf", 5, "e", damaged)).getEntity();
        PlatformException refused =
                catchThrowableOfType(PlatformException.class, () -> answer.write(OutputStream.nullOutputStream()));
        assertThat(refused.code()).isEqualTo("storage.unavailable");
        assertThat(refused).hasMessageContaining("damaged on disk");
    }
}
