package io.fumikura.render.office;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * LibreOffice on this machine.
 *
 * @param home folder that holds {@code program/soffice.bin}
 */
record Installation(Path home) {

    static final String COMMAND =
            "apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui";

    private static final List<Path> USUAL =
            List.of(Path.of("/usr/lib/libreoffice"), Path.of("/usr/lib64/libreoffice"), Path.of("/opt/libreoffice"));

    static Optional<Installation> find() {
        Stream<Path> configured = Stream.ofNullable(System.getProperty("fumikura.libreoffice")).map(Path::of);
        return Stream.of(configured, USUAL.stream(), onPath())
                .flatMap(paths -> paths)
                .filter(path -> Files.isExecutable(path.resolve("program/soffice.bin")))
                .findFirst()
                .map(Installation::new);
    }

    private static Stream<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .flatMap(program -> {
                    try {
                        return Stream.of(program.toRealPath().resolve("../..").normalize());
                    } catch (java.io.IOException e) {
                        return Stream.empty();
                    }
                });
    }

    /** Whether a part is there, by its library: {@code sw} (Writer), {@code sc} (Calc), {@code sd} (Impress). */
    boolean has(String part) {
        return Files.exists(home.resolve("program/lib" + part + "lo.so"));
    }
}
