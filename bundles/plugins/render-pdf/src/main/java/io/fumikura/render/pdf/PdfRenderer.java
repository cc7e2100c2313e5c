package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import java.util.OptionalInt;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Draws pages of PDF files. While it runs, the JVM knows JBIG2, the compression of many scanners, which PDFBox looks up. */
@Component
public final class PdfRenderer implements Renderer {

    private final ImageReaderSpi jbig2 = new BoundedJbig2();

    @Activate
    public PdfRenderer() {
        IIORegistry.getDefaultInstance().registerServiceProvider(jbig2, ImageReaderSpi.class);
    }

    /** What is registered outlives the bundle and would break images for the whole JVM. */
    @Deactivate
    void stop() {
        IIORegistry.getDefaultInstance().deregisterServiceProvider(jbig2, ImageReaderSpi.class);
    }

    @Override
    public OptionalInt score(MediaType type, Form form) {
        return form == Form.PAGES && type.equals(MediaType.PDF) ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public Pages open(SourceFile file) throws DocumentException {
        if (score(file.type(), Form.PAGES).isEmpty()) {
            throw new DocumentException(Reason.UNSUPPORTED, "This renderer draws PDF files only.");
        }
        return PdfPages.open(file);
    }
}
