package io.fumikura.testkit;

import io.fumikura.document.spi.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes files of the kind that real life brings: empty, cut off, overwritten. */
final class DamagedFiles {

    private DamagedFiles() {}

    static List<SourceFile> of(SourceFile whole, Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(whole.path());
        byte[] overwritten = bytes.clone();
        var random = new Random(7);
        for (int i = 0; i < Math.max(1, bytes.length / 200); i++) {
            overwritten[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);
        return List.of(
                write(whole, folder, "empty", new byte[0]),
                write(whole, folder, "first-bytes", Arrays.copyOf(bytes, Math.min(8, bytes.length))),
                write(whole, folder, "half", Arrays.copyOf(bytes, bytes.length / 2)),
                write(whole, folder, "last-byte-missing", Arrays.copyOf(bytes, bytes.length - 1)),
                write(whole, folder, "overwritten", overwritten),
                write(whole, folder, "noise", noise));
    }

    private static SourceFile write(SourceFile whole, Path folder, String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name + "-" + whole.path().getFileName());
        Files.write(path, bytes);
        return new SourceFile(path, whole.type(), name, whole.password());
    }
}
