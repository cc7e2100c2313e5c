package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.health.spi.HealthCheck;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Draws images, upright as their camera held them; HEIC where the machine's own converter is installed. */
@Component(service = {Renderer.class, HealthCheck.class})
public final class ImageRenderer implements Renderer, HealthCheck {

    private static final Set<MediaType> TYPES = Set.of(
            MediaType.PNG, MediaType.JPEG, MediaType.BMP, MediaType.GIF, MediaType.TIFF, MediaType.WEBP, MediaType.HEIC);

    private final HeifConverter heif = new HeifConverter();

    @Override
    public OptionalInt score(MediaType type, Form form) {
        return form == Form.PAGES && TYPES.contains(type) ? OptionalInt.of(50) : OptionalInt.empty();
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

    @Override
    public String part() {
        return "heic-images";
    }

    @Override
    public Health check() {
        return heif.isInstalled()
                ? Health.ok("HEIC images can be read.")
                : Health.warning("HEIC images cannot be read or shown. As root: " + HeifConverter.INSTALL);
    }
}
