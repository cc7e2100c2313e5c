package io.fumikura.render.office;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.health.spi.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.document.DocumentFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Makes PDF of Office files with LibreOffice. Where it is not installed, this renderer declines, and the health report names the command. */
@Component(service = {Renderer.class, HealthCheck.class})
public final class OfficeRenderer implements Renderer, HealthCheck {

    private record Kind(DocumentFormat format, String part) {}

    private static final String WRITER = "sw";
    private static final String CALC = "sc";
    private static final String IMPRESS = "sd";

    private static final Map<MediaType, Kind> KINDS = Map.of(
            MediaType.DOC, new Kind(DefaultDocumentFormatRegistry.DOC, WRITER),
            MediaType.DOCX, new Kind(DefaultDocumentFormatRegistry.DOCX, WRITER),
            MediaType.RTF, new Kind(DefaultDocumentFormatRegistry.RTF, WRITER),
            MediaType.ODT, new Kind(DefaultDocumentFormatRegistry.ODT, WRITER),
            MediaType.XLS, new Kind(DefaultDocumentFormatRegistry.XLS, CALC),
            MediaType.XLSX, new Kind(DefaultDocumentFormatRegistry.XLSX, CALC),
            MediaType.ODS, new Kind(DefaultDocumentFormatRegistry.ODS, CALC),
            MediaType.PPT, new Kind(DefaultDocumentFormatRegistry.PPT, IMPRESS),
            MediaType.PPTX, new Kind(DefaultDocumentFormatRegistry.PPTX, IMPRESS));

    private final Optional<Installation> installation = Installation.find();
    private final Office office;

    @Activate
    public OfficeRenderer() {
        this(Path.of(System.getProperty("karaf.data", System.getProperty("java.io.tmpdir")), "libreoffice"));
    }

    OfficeRenderer(Path folder) {
        office = new Office(installation.orElse(new Installation(folder)), folder);
        office.clean();
    }

    @Deactivate
    void stop() {
        office.close();
    }

    @Override
    public OptionalInt score(MediaType type, Form form) {
        Kind kind = KINDS.get(type);
        boolean can = form == Form.PDF && kind != null && installation.filter(found -> found.has(kind.part())).isPresent();
        return can ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public void convert(SourceFile file, Path target) throws DocumentException, InterruptedException {
        Kind kind = KINDS.get(file.type());
        if (kind == null || score(file.type(), Form.PDF).isEmpty()) {
            throw new DocumentException(Reason.UNSUPPORTED, "This renderer does not make PDF of " + file.type() + " here.");
        }
        refuseEmpty(file.path());
        DocumentFormat format = kind.format();
        Path named = file.path().resolveSibling("convert-" + Long.toHexString(System.nanoTime()) + "." + format.getExtension());
        try {
            Files.copy(file.path(), named); // the office decides by the name's extension, too
            office.convert(named, format, target);
        } catch (IOException e) {
            throw new DocumentException(Reason.UNAVAILABLE, "The file cannot be copied for LibreOffice; see whether the disk is full.", e);
        } finally {
            named.toFile().delete();
        }
        if (!Files.exists(target)) {
            throw new DocumentException(Reason.CORRUPT, "LibreOffice makes no PDF of the file; it is damaged.");
        }
    }

    private static void refuseEmpty(Path path) throws DocumentException {
        if (path.toFile().length() == 0) {
            throw new DocumentException(Reason.CORRUPT, "The file is empty.");
        }
    }

    @Override
    public String part() {
        return "libreoffice";
    }

    @Override
    public Health check() {
        if (installation.isEmpty()) {
            return Health.warning(
                    "LibreOffice is not installed: no previews of Office files. Run: " + Installation.COMMAND,
                    "LibreOfficeがないため、Officeファイルのプレビューができません。実行するコマンド: " + Installation.COMMAND);
        }
        Installation found = installation.get();
        if (!found.has(WRITER) || !found.has(CALC) || !found.has(IMPRESS)) {
            return Health.warning(
                    "LibreOffice is not complete. Run: " + Installation.COMMAND,
                    "LibreOfficeの一部が足りません。実行するコマンド: " + Installation.COMMAND);
        }
        return Health.ok("LibreOffice is installed.");
    }
}
