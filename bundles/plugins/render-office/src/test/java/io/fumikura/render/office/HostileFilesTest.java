package io.fumikura.render.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.testkit.HostileFiles;
import io.fumikura.testkit.Sentences;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    @TempDir
    static Path home;

    private static OfficeRenderer renderer;

    @BeforeAll
    static void open() {
        renderer = new OfficeRenderer(home.resolve("libreoffice"));
    }

    @AfterAll
    static void close() {
        renderer.stop();
    }

    @TestFactory
    Stream<DynamicTest> makesPdfOfValidFilesAndSaysWhatIsWrongWithOthers() throws Exception {
        return HostileFiles.tests(
                Map.of(
                        "doc", MediaType.DOC, "docx", MediaType.DOCX, "xls", MediaType.XLS, "xlsx", MediaType.XLSX,
                        "ppt", MediaType.PPT, "pptx", MediaType.PPTX, "rtf", MediaType.RTF, "odt", MediaType.ODT),
                this::check);
    }

    private void check(HostileFiles.Sample sample) throws Exception {
        assumeTrue(renderer.score(sample.type(), Renderer.Form.PDF).isPresent(), "LibreOffice is not installed");
        var file = sample.copy(home, Optional.empty());
        Path target = file.path().resolveSibling("made.pdf");
        try {
            renderer.convert(file, target);
            assertThat(target).isNotEmptyFile();
        } catch (DocumentException e) {
            Sentences.check(e.getMessage());
            if (sample.isValid()) {
                fail(e);
            }
        }
    }
}
