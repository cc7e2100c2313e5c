package io.fumikura.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts this process's open files at a path. Where the system does not tell (it is no Linux), there are none. */
final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    static long of(Path path) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        Path real = path.toRealPath();
        try (var descriptors = Files.list(DESCRIPTORS)) {
            return descriptors.filter(descriptor -> leadsTo(descriptor, real)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path path) {
        try {
            return Files.readSymbolicLink(descriptor).equals(path);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
