package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Draws images, upright as their camera held them; HEIC where the machine's own converter is installed. */
@Component
public final class ImageRenderer implements Renderer {

    private static final Set<MediaType> TYPES =
            Set.of(MediaType.PNG, MediaType.JPEG, MediaType.BMP, MediaType.GIF, MediaType.TIFF, MediaType.WEBP);

    private final HeifConverter heif = new HeifConverter();

    @Override
    public OptionalInt score(MediaType type, Form form) {
        boolean known = TYPES.contains(type) || (type.equals(MediaType.HEIC) && heif.isInstalled());
        return form == Form.PAGES && known ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public Pages open(SourceFile file) throws DocumentException, InterruptedException {
        if (score(file.type(), Form.PAGES).isEmpty()) {
            throw new DocumentException(Reason.UNSUPPORTED, "This renderer does not draw " + file.type() + ".");
        }
        return file.type().equals(MediaType.HEIC)
                ? ImagePages.upright(heif.toJpeg(file.path()), MediaType.JPEG)
                : ImagePages.open(file.path(), file.type());
    }
}
