package io.fumikura.core.internal.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A private folder for one piece of work; gone when closed. */
public final class WorkFolder implements AutoCloseable {

    private final Path path;

    /** @param parent made when it is missing */
    public WorkFolder(Path parent) {
        try {
            Files.createDirectories(parent);
            path = Files.createTempDirectory(parent, "job-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder can be made in " + parent + ".", e);
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        delete(path);
    }

    /** Removes a folder with all that is in it, as far as it lets itself be removed. */
    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, java.io.IOException trouble) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            // A plugin that was left to itself may still write there; the next start clears the parent.
        }
    }
}
