package io.fumikura.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.HostileFiles;
import io.fumikura.testkit.Sentences;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> drawsValidFilesAndSaysWhatIsWrongWithOthers() throws Exception {
        return HostileFiles.tests(
                Map.of("pdf", MediaType.PDF, "tif", MediaType.TIFF, "webp", MediaType.WEBP, "heic", MediaType.HEIC),
                this::check);
    }

    private void check(HostileFiles.Sample sample) throws Exception {
        Renderer renderer = sample.type().isImage() ? new ImageRenderer() : new PdfRenderer();
        try {
            draw(renderer, sample.copy(folder, Optional.empty()));
            assertThat(sample.kind()).isNotEqualTo("encrypted_pubkey"); // others may open with the empty password
        } catch (DocumentException e) {
            Sentences.check(e.getMessage());
            assumeTrue(e.reason() != Reason.UNAVAILABLE, "no decoder is installed");
            if (sample.isValid() || sample.type().isImage()) {
                fail(e);
            }
            if (sample.isEncrypted()) {
                assertThat(e.reason()).isEqualTo(Reason.PROTECTED);
            }
            if (sample.kind().equals("encrypted") && sample.password().isPresent()) {
                draw(renderer, sample.copy(folder, sample.password()));
            }
        }
    }

    private void draw(Renderer renderer, SourceFile file) throws Exception {
        try (Renderer.Pages pages = renderer.open(file)) {
            pages.draw(1, 800, Renderer.ImageFormat.PNG, file.path().resolveSibling("out.png"));
        }
    }
}
