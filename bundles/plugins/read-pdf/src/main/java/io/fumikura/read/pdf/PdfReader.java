package io.fumikura.read.pdf;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.pdf.Guard;
import io.fumikura.pdf.Guard.Stopped;
import io.fumikura.pdf.PageWalk;
import io.fumikura.pdf.PdfFile;
import java.io.IOException;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDPage;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the text layer of PDF files. A page that is damaged gives what could be read of it; a page whose fonts have no way to Unicode
 * is handed over empty, so that it gets recognised from its image.
 */
@Component
public final class PdfReader implements ContentReader {

    private static final Logger LOG = LoggerFactory.getLogger(PdfReader.class);

    @Override
    public OptionalInt score(MediaType type) {
        return type.equals(MediaType.PDF) ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
        try (PdfFile pdf = PdfFile.open(file)) {
            Guard.run("The PDF", () -> {
                readPages(pdf, sink);
                return pdf;
            });
        } catch (Stopped e) {
            Thread.interrupted();
            throw new InterruptedException("reading of a PDF");
        }
    }

    private static void readPages(PdfFile pdf, PageSink sink) throws DocumentException {
        PageWalk pages = pdf.pages();
        if (!pages.hasNext()) {
            throw new DocumentException(Reason.CORRUPT, "The PDF is damaged: it has no pages.");
        }
        var layers = new Layers(pdf.document());
        for (int number = 1; pages.hasNext(); number++) {
            Stopped.check();
            sink.page(read(pdf, pages.next(), number, layers));
        }
    }

    private static PageText read(PdfFile pdf, PDPage page, int number, Layers layers) throws DocumentException {
        var collector = new GlyphCollector(layers, page);
        try {
            Guard.run("Page " + number, () -> {
                pdf.check(page);
                collector.processPage(page);
                FormValues.collect(page, collector);
                return collector;
            });
        } catch (DocumentException | IOException e) {
            LOG.info("Page {} is read in part only: {}", number, e.getMessage());
        }
        if (collector.isUnreadable()) {
            return PageText.builder(number, collector.frame().width(), collector.frame().height(), TextSource.TEXT_LAYER)
                    .build();
        }
        return PageWriter.write(number, collector.frame(), collector.glyphs());
    }
}
