package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program of libheif, outside of the JVM and with bounded memory and time. */
final class HeifConverter {

    private static final List<String> NAMES = List.of("heif-dec", "heif-convert");
    static final String INSTALL = "apt-get install libheif-examples";
    private static final long SECONDS = 40;
    private static final String BOUNDED = "ulimit -v 2000000; exec \"$@\"";

    /** Looked for each time, so that it need not be there when the platform starts. */
    private static Optional<String> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    boolean isInstalled() {
        return program().isPresent();
    }

    /** @return a file beside the given one, its image upright */
    Path toJpeg(Path heic) throws DocumentException, InterruptedException {
        String program = program().orElseThrow(() -> new DocumentException(
                Reason.UNAVAILABLE, "HEIC images need a converter that is not installed. As root: " + INSTALL));
        Path jpeg = heic.resolveSibling(heic.getFileName() + ".drawn.jpg");
        Process process = null;
        try {
            process = new ProcessBuilder(
                            "/bin/sh", "-c", BOUNDED, "sh", program, "-q", "92", heic.toString(), jpeg.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new DocumentException(Reason.LIMIT, "The HEIC image takes more than 40 seconds to decode.");
            }
        } catch (IOException e) {
            throw new DocumentException(Reason.UNAVAILABLE, "The HEIC converter cannot be started. As root: " + INSTALL, e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
        if (process.exitValue() != 0 || !Files.exists(jpeg)) {
            throw new DocumentException(Reason.CORRUPT, "The HEIC image is damaged or of an unknown kind.");
        }
        return jpeg;
    }
}
