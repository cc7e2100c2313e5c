package io.fumikura.read.office;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.ContentReaderContract;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Nested;

class OfficeReaderContractTest {

    private static final String TEXT = "業務委託契約書";

    abstract static class OfType extends ContentReaderContract {

        private final MediaType type;

        OfType(MediaType type) {
            this.type = type;
        }

        abstract void write(OutputStream out) throws Exception;

        @Override
        protected ContentReader reader() {
            return new OfficeReader();
        }

        @Override
        protected SourceFile sample(Path folder) throws Exception {
            Path path = folder.resolve("sample");
            try (OutputStream out = Files.newOutputStream(path)) {
                write(out);
            }
            return new SourceFile(path, type, "sample", Optional.empty());
        }

        @Override
        protected String sampleText() {
            return TEXT;
        }
    }

    @Nested
    class Docx extends OfType {
        Docx() {
            super(MediaType.DOCX);
        }

        @Override
        void write(OutputStream out) throws Exception {
            try (var document = new XWPFDocument()) {
                for (int i = 0; i < 200; i++) {
                    document.createParagraph().createRun().setText(TEXT + i);
                }
                document.write(out);
            }
        }
    }

    @Nested
    class Xlsx extends OfType {
        Xlsx() {
            super(MediaType.XLSX);
        }

        @Override
        void write(OutputStream out) throws Exception {
            sheets(new XSSFWorkbook(), out);
        }
    }

    @Nested
    class Xls extends OfType {
        Xls() {
            super(MediaType.XLS);
        }

        @Override
        void write(OutputStream out) throws Exception {
            sheets(new HSSFWorkbook(), out);
        }
    }

    @Nested
    class Pptx extends OfType {
        Pptx() {
            super(MediaType.PPTX);
        }

        @Override
        void write(OutputStream out) throws Exception {
            try (var slides = new XMLSlideShow()) {
                for (int i = 0; i < 3; i++) {
                    slides.createSlide().createTextBox().setText(TEXT + i);
                }
                slides.write(out);
            }
        }
    }

    @Nested
    class Rtf extends OfType {
        Rtf() {
            super(MediaType.RTF);
        }

        @Override
        void write(OutputStream out) throws Exception {
            var rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 MS Mincho;}}\\f0 ");
            for (int i = 0; i < 200; i++) {
                for (byte b : TEXT.getBytes("windows-31j")) {
                    rtf.append(String.format("\\'%02x", b));
                }
                rtf.append("\\u19978 ?\\par\n");
            }
            out.write(rtf.append('}').toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Nested
    class Odt extends OfType {
        Odt() {
            super(MediaType.ODT);
        }

        @Override
        void write(OutputStream out) throws Exception {
            var zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<o:doc xmlns:o='o' xmlns:text='t'>" + ("<text:p>" + TEXT + "</text:p>").repeat(200) + "</o:doc>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.finish();
        }
    }

    @Nested
    class Eml extends OfType {
        Eml() {
            super(MediaType.MAIL);
        }

        @Override
        protected ContentReader reader() {
            return new MailReader();
        }

        @Override
        void write(OutputStream out) throws Exception {
            out.write(("From: a@example.com\r\nSubject: =?UTF-8?B?5aWR57SE?=\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                            + "Content-Transfer-Encoding: 8bit\r\n\r\n" + (TEXT + "\r\n").repeat(200))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void sheets(Workbook book, OutputStream out) throws Exception {
        try (book) {
            for (int i = 0; i < 3; i++) {
                var row = book.createSheet("s" + i).createRow(3);
                row.createCell(1).setCellValue(TEXT);
                row.createCell(4).setCellValue(1250000);
            }
            book.write(out);
        }
    }
}
