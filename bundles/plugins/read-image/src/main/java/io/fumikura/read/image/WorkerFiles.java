package io.fumikura.read.image;

import io.fumikura.read.image.worker.OcrProgram;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The worker's class path: libraries and classes that travel in this bundle, laid out as files. */
final class WorkerFiles {

    private static final List<String> LIBRARIES =
            List.of("tess4j", "lept4j", "jna", "jai-imageio-core", "slf4j-api", "commons-io");
    private static final List<String> CLASSES = List.of(
            "OcrProgram",
            "OcrProgram$Request",
            "Recognizer",
            "Recognized",
            "Script",
            "Symbol",
            "GrayImage",
            "GrayImage$UnreadableException",
            "GrayImage$TooLargeException");

    private WorkerFiles() {}

    /** Lays the files out in the folder and answers the class path. */
    static String layOut(Path folder) throws IOException {
        String program = "io/fumikura/read/image/worker/";
        for (String name : CLASSES) {
            copy("/" + program + name + ".class", folder.resolve("classes").resolve(program + name + ".class"));
        }
        for (String name : LIBRARIES) {
            copy("/worker/" + name + ".jar", folder.resolve(name + ".jar"));
        }
        return Stream.concat(
                        Stream.of(folder.resolve("classes")),
                        LIBRARIES.stream().map(name -> folder.resolve(name + ".jar")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(String resource, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = OcrProgram.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The bundle lacks " + resource);
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
