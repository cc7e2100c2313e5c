package io.fumikura.read.text;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.typeset.TextLayout;
import io.fumikura.typeset.TextPdf;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;

/** Sets plain text on A4 for the preview; its pages are those of the reader. */
@Component
public final class PlainTextRenderer implements Renderer {

    private static final int MOST_PAGES = 2_000;

    @Override
    public OptionalInt score(MediaType type, Form form) {
        boolean known = type.equals(MediaType.TEXT) || type.equals(MediaType.MARKDOWN);
        return form == Form.PDF && known ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public void convert(SourceFile file, Path target) throws DocumentException, InterruptedException {
        if (score(file.type(), Form.PDF).isEmpty()) {
            throw new DocumentException(Reason.UNSUPPORTED, "This renderer sets plain text only.");
        }
        try (var pdf = new TextPdf()) {
            new TextFile(file.path()).setInto(new TextLayout(page -> {
                if (page.number() > MOST_PAGES) {
                    throw new DocumentException(Reason.LIMIT, "The text has more than 2,000 pages; they are not drawn.");
                }
                pdf.add(page);
            }));
            pdf.save(target);
        }
    }
}
