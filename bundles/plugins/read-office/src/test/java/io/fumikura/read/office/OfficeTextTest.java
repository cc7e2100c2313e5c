package io.fumikura.read.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.PageText;
import io.fumikura.testkit.Sentences;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTextTest {

    @TempDir
    Path folder;

    @Test
    void saysThatAnEncryptedFileIsProtected() throws Exception {
        Path path = folder.resolve("secret.docx");
        try (var files = new POIFSFileSystem();
                var document = new XWPFDocument()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("open");
            try (var out = encryptor.getDataStream(files)) {
                document.write(out);
            }
            try (var out = Files.newOutputStream(path)) {
                files.writeFilesystem(out);
            }
        }
        assertThatThrownBy(() -> read(new OfficeReader(), path, MediaType.DOCX))
                .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PROTECTED));
    }

    @Test
    void readsNothingFromOutsideOfAFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><d xmlns:t='t'><t:p>&x;</t:p></d>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Path path = Files.write(folder.resolve("x.odt"), bytes.toByteArray());
        String text = "";
        try {
            text = read(new OfficeReader(), path, MediaType.ODT);
        } catch (DocumentException e) {
            assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
        }
        assertThat(text).doesNotContain("top secret");
    }

    @Test
    void readsTheTextOfAnHtmlMailAndNamesItsAttachments() throws Exception {
        Path path = Files.writeString(
                folder.resolve("mail.eml"),
                """
                From: =?ISO-2022-JP?B?GyRCMkMbKEI=?= <a@example.com>
                Subject: Invoice
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html; charset=UTF-8

                <html><style>p {}</style><p>Total</p><p>1,250 yen</p></html>
                --x
                Content-Type: application/pdf; name="bill.pdf"
                Content-Disposition: attachment; filename="bill.pdf"

                %PDF
                --x--
                """);
        assertThat(read(new MailReader(), path, MediaType.MAIL))
                .contains("From: 加 <a@example.com>", "Subject: Invoice", "Total\n", "1,250 yen", "Attachment: bill.pdf")
                .doesNotContain("p {}");
    }

    @Test
    void leavesOutWhatAnRtfFileDoesNotShow() {
        String rtf = "{\\rtf1\\ansi{\\info{\\title no}}{\\*\\generator no}A\\u233 e\\'e9{\\field{\\*\\fldinst no}{\\fldrslt shown}}\\par B}";
        assertThat(new RichText(rtf.getBytes(StandardCharsets.US_ASCII)).text()).isEqualTo("Aéé" + "shown\nB");
    }

    @Test
    void saysInPlainWordsWhatIsWrongWithAWorkbookFullOfDefinitions() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<!DOCTYPE x [<!ENTITY a 'ha'>]><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
                    .getBytes(StandardCharsets.UTF_8));
        }
        Path path = Files.write(folder.resolve("laughs.docx"), bytes.toByteArray());
        assertThatThrownBy(() -> read(new OfficeReader(), path, MediaType.DOCX))
                .isInstanceOfSatisfying(DocumentException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
                    Sentences.check(e.getMessage());
                });
    }

    @Test
    void lettersOfAMailHavePlacesAsTheyAreDrawn() throws Exception {
        Path path = Files.writeString(folder.resolve("mail.eml"), "From: a@example.com\nSubject: Invoice\n\nTotal 1,250 yen\n");
        var pages = new ArrayList<PageText>();
        new MailReader().read(new SourceFile(path, MediaType.MAIL, "mail.eml", Optional.empty()), pages::add);
        PageText page = pages.get(0);
        int at = page.text().indexOf("1,250");
        assertThat(page.boxes(at, at + 5)).singleElement().satisfies(box -> {
            assertThat(box.left() * page.width()).isCloseTo(52 + 6 * 5, within(0.01));
            assertThat(box.width() * page.width()).isCloseTo(5 * 5, within(0.01));
        });
    }

    private static String read(ContentReader reader, Path path, MediaType type) throws Exception {
        var text = new StringBuilder();
        reader.read(new SourceFile(path, type, "file", Optional.empty()), page -> text.append(page.text()));
        return text.toString();
    }
}
