package io.fumikura.render.pdf;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.RendererContract;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

class PdfRendererContractTest extends RendererContract {

    @Override
    protected Renderer renderer() {
        return new PdfRenderer();
    }

    @Override
    protected Renderer.Form form() {
        return Renderer.Form.PAGES;
    }

    @Override
    protected SourceFile sample(Path folder) throws Exception {
        Path path = folder.resolve("sample.pdf");
        try (var document = new PDDocument()) {
            for (int i = 1; i <= 3; i++) {
                var page = new PDPage(i == 2 ? new PDRectangle(421.3f, 298.7f) : PDRectangle.A4);
                page.setRotation(i == 3 ? 90 : 0);
                document.addPage(page);
                try (var out = new PDPageContentStream(document, page)) {
                    out.beginText();
                    out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    out.newLineAtOffset(40, 200);
                    out.showText("Page " + i);
                    out.endText();
                }
            }
            document.save(path.toFile());
        }
        return new SourceFile(path, MediaType.PDF, "sample.pdf", Optional.empty());
    }
}
