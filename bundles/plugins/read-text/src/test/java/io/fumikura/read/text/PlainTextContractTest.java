package io.fumikura.read.text;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.ContentReaderContract;
import io.fumikura.testkit.RendererContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class PlainTextContractTest {

    @Nested
    class Reader extends ContentReaderContract {

        @Override
        protected ContentReader reader() {
            return new PlainTextReader();
        }

        @Override
        protected SourceFile sample(Path folder) throws Exception {
            return write(folder);
        }

        @Override
        protected String sampleText() {
            return "業務委託契約書";
        }
    }

    @Nested
    class Preview extends RendererContract {

        @Override
        protected Renderer renderer() {
            return new PlainTextRenderer();
        }

        @Override
        protected Renderer.Form form() {
            return Renderer.Form.PDF;
        }

        @Override
        protected SourceFile sample(Path folder) throws Exception {
            return write(folder);
        }
    }

    private static SourceFile write(Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("sample.txt"), "業務委託契約書\t😀 ABC\n".repeat(200));
        return new SourceFile(path, MediaType.TEXT, "sample.txt", Optional.empty());
    }
}
