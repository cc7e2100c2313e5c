package io.fumikura.read.text;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.typeset.TextLayout;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;

/** Reads plain text and Markdown as it stands, in any encoding used in Japan; pages are those of the preview. */
@Component
public final class PlainTextReader implements ContentReader {

    @Override
    public OptionalInt score(MediaType type) {
        return type.equals(MediaType.TEXT) || type.equals(MediaType.MARKDOWN) ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
        new TextFile(file.path()).setInto(new TextLayout(page -> sink.page(page.text())));
    }
}
