package io.fumikura.read.image;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.health.spi.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Reads an image by Tesseract: Japanese (horizontal and vertical) and English. Declines everything where no trained data is installed. */
@Component(configurationPid = "io.fumikura.read.image", service = {ContentReader.class, HealthCheck.class})
@Designate(ocd = TesseractReader.Config.class)
public final class TesseractReader implements ContentReader, HealthCheck {

    private static final Set<MediaType> TYPES =
            Set.of(MediaType.PNG, MediaType.JPEG, MediaType.BMP, MediaType.GIF, MediaType.TIFF);
    private static final String INSTALL =
            "apt-get install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert tesseract-ocr-eng";
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/share/tesseract-ocr/5/tessdata",
            "/usr/share/tesseract-ocr/4.00/tessdata",
            "/usr/share/tessdata",
            "/usr/local/share/tessdata");

    /** Settings. */
    @ObjectClassDefinition(name = "Fumikura OCR")
    public @interface Config {
        @AttributeDefinition(description = "Folder of Tesseract's trained data; empty to look in the usual places")
        String tessdata() default "";

        @AttributeDefinition(description = "Processes at most; 0 for one per core", min = "0", max = "64")
        int workers() default 0;

        @AttributeDefinition(description = "Seconds of processor time for one page", min = "5", max = "600")
        int page_seconds() default 55;

        @AttributeDefinition(description = "Working folder; empty for a temporary one")
        String folder() default "";
    }

    private final Optional<Path> trainedData;
    private final OcrWorkers workers;

    @Activate
    public TesseractReader(Config config) throws IOException {
        trainedData = trainedData(config.tessdata());
        Path folder = config.folder().isEmpty()
                ? Files.createTempDirectory("fumikura-ocr")
                : Files.createDirectories(Path.of(config.folder()));
        workers = new OcrWorkers(
                folder,
                trainedData.orElse(folder),
                config.workers() > 0 ? config.workers() : Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(config.page_seconds()));
    }

    @Deactivate
    void stop() {
        workers.close();
    }

    private static Optional<Path> trainedData(String configured) {
        String prefix = System.getenv().getOrDefault("TESSDATA_PREFIX", "");
        return Stream.concat(Stream.of(configured, prefix), USUAL_PLACES.stream())
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .filter(place -> has(place, "jpn") || has(place, "eng"))
                .findFirst();
    }

    private static boolean has(Path place, String language) {
        return Files.isReadable(place.resolve(language + ".traineddata"));
    }

    @Override
    public OptionalInt score(MediaType type) {
        return trainedData.isPresent() && TYPES.contains(type) ? OptionalInt.of(50) : OptionalInt.empty();
    }

    @Override
    public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
        sink.page(PageAssembly.assemble(workers.recognize(file.path())));
    }

    @Override
    public String part() {
        return "ocr-languages";
    }

    @Override
    public Health check() {
        if (trainedData.isEmpty()) {
            return Health.warning(
                    "OCR is off: Tesseract is not installed. As root: " + INSTALL,
                    "Tesseractがないため、文字認識（OCR）ができません。管理者として実行するコマンド: " + INSTALL);
        }
        List<String> missing = Stream.of("jpn", "jpn_vert", "eng")
                .filter(language -> !has(trainedData.get(), language))
                .toList();
        return missing.isEmpty()
                ? Health.ok("OCR reads Japanese (horizontal and vertical) and English.")
                : Health.warning(
                        "OCR lacks " + String.join(", ", missing) + ". As root: " + INSTALL,
                        "文字認識（OCR）の言語が足りません: " + String.join("、", missing) + "。管理者として実行するコマンド: " + INSTALL);
    }
}
