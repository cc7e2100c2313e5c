package io.fumikura.read.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
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
    Stream<DynamicTest> readsValidFilesAndSaysWhatIsWrongWithOthers() throws Exception {
        return HostileFiles.tests(
                Map.of(
                        "doc", MediaType.DOC, "docx", MediaType.DOCX, "xls", MediaType.XLS, "xlsx", MediaType.XLSX,
                        "ppt", MediaType.PPT, "pptx", MediaType.PPTX, "rtf", MediaType.RTF, "odt", MediaType.ODT,
                        "eml", MediaType.MAIL, "msg", MediaType.OUTLOOK),
                this::check);
    }

    private void check(HostileFiles.Sample sample) throws Exception {
        boolean mail = sample.type().equals(MediaType.MAIL) || sample.type().equals(MediaType.OUTLOOK);
        ContentReader reader = mail ? new MailReader() : new OfficeReader();
        try {
            reader.read(sample.copy(folder, Optional.empty()), page -> {});
            assertThat(sample.isEncrypted()).isFalse();
        } catch (DocumentException e) {
            Sentences.check(e.getMessage());
            if (sample.isValid()) {
                fail(e);
            }
            if (sample.isEncrypted()) {
                assertThat(e.reason()).isEqualTo(Reason.PROTECTED);
            }
        }
    }
}
