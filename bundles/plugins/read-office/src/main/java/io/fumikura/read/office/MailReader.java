package io.fumikura.read.office;

import io.fumikura.document.spi.ContentReader;
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

/** Reads mails, and sets them on A4 for the preview; both have the same pages. */
@Component(service = {ContentReader.class, Renderer.class})
public final class MailReader implements ContentReader, Renderer {

    private static final int MOST_PAGES = 2_000;

    @Override
    public OptionalInt score(MediaType type) {
        return type.equals(MediaType.MAIL) || type.equals(MediaType.OUTLOOK) ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public OptionalInt score(MediaType type, Form form) {
        return form == Form.PDF ? score(type) : OptionalInt.empty();
    }

    @Override
    public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
        set(file, new TextLayout(page -> sink.page(page.text())));
    }

    @Override
    public void convert(SourceFile file, Path target) throws DocumentException, InterruptedException {
        if (score(file.type()).isEmpty()) {
            throw new DocumentException(Reason.UNSUPPORTED, "This renderer sets mails only.");
        }
        try (var pdf = new TextPdf()) {
            set(file, new TextLayout(page -> {
                if (page.number() > MOST_PAGES) {
                    throw new DocumentException(Reason.LIMIT, "The mail has more than 2,000 pages; they are not drawn.");
                }
                pdf.add(page);
            }));
            pdf.save(target);
        }
    }

    private static void set(SourceFile file, TextLayout layout) throws DocumentException, InterruptedException {
        Door.pass(() -> {
            var text = new TextSink(layout);
            text.text(Mail.text(file));
            text.end();
        });
    }
}
