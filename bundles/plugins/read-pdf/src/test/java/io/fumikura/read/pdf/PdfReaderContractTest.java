package io.fumikura.read.pdf;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.ContentReaderContract;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

class PdfReaderContractTest extends ContentReaderContract {

    @Override
    protected ContentReader reader() {
        return new PdfReader();
    }

    @Override
    protected SourceFile sample(Path folder) throws Exception {
        Path path = folder.resolve("sample.pdf");
        try (var document = new PDDocument()) {
            for (int i = 1; i <= 4; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var out = new PDPageContentStream(document, page)) {
                    out.beginText();
                    out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    out.newLineAtOffset(40, 200);
                    out.showText("Agreement page " + i);
                    out.endText();
                }
            }
            document.save(path.toFile());
        }
        return new SourceFile(path, MediaType.PDF, "sample.pdf", Optional.empty());
    }

    @Override
    protected String sampleText() {
        return "Agreement page 3";
    }
}
