package io.fumikura.render.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.health.spi.HealthCheck.Status;
import io.fumikura.testkit.RendererContract;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeRendererTest extends RendererContract {

    @TempDir
    static Path home;

    @TempDir
    Path place;

    private static OfficeRenderer renderer;

    @BeforeAll
    static void open() {
        renderer = new OfficeRenderer(home.resolve("libreoffice"));
        assumeTrue(renderer.check().status() == Status.OK, "LibreOffice is not installed");
    }

    @AfterAll
    static void close() {
        renderer.stop();
        assertThat(processes()).isZero();
    }

    @Override
    protected Renderer renderer() {
        return renderer;
    }

    @Override
    protected Renderer.Form form() {
        return Renderer.Form.PDF;
    }

    @Override
    protected SourceFile sample(Path folder) throws Exception {
        Path path = folder.resolve("sample.rtf");
        Files.writeString(path, "{\\rtf1\\ansi Agreement between Alpha and Beta\\par}", StandardCharsets.US_ASCII);
        return new SourceFile(path, MediaType.RTF, "sample.rtf", Optional.empty());
    }

    @Test
    void healsWhenTheOfficeIsKilled() throws Exception {
        SourceFile file = sample(place);
        renderer.convert(file, place.resolve("first.pdf"));
        assertThat(processes()).isPositive();
        LeftBehind.end(home);
        Optional<Path> made = Optional.empty();
        for (int i = 0; i < 3 && made.isEmpty(); i++) { // the first one after a kill may notice it and ask to be tried again
            Path target = place.resolve("again" + i + ".pdf");
            try {
                renderer.convert(file, target);
                made = Optional.of(target);
            } catch (DocumentException e) {
                assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
            }
        }
        assertThat(made).hasValueSatisfying(path -> assertThat(path).isNotEmptyFile());
    }

    @Test
    void fetchesNothingThatAFileNames() throws Exception {
        try (var server = new ServerSocket(0)) {
            server.setSoTimeout(1);
            Path path = place.resolve("link.rtf");
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
            Files.writeString(
                    path,
                    "{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE \"" + url + "\" \\\\d}{\\fldrslt x}}\\par text}",
                    StandardCharsets.US_ASCII);
            renderer.convert(new SourceFile(path, MediaType.RTF, "link.rtf", Optional.empty()), place.resolve("link.pdf"));
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void saysThatAnEmptyFileIsEmpty() throws Exception {
        Path path = Files.createFile(place.resolve("empty.docx"));
        assertThatThrownBy(() -> renderer.convert(
                        new SourceFile(path, MediaType.DOCX, "empty.docx", Optional.empty()), place.resolve("x.pdf")))
                .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
    }

    private static long processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .count();
    }
}
