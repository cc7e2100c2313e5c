package io.fumikura.document.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file handed to a plugin for the length of a call.
 *
 * @param path a readable copy in a private folder of this job; the plugin may write beside it, core deletes the folder afterwards
 * @param type decided from content
 * @param name the file's name as uploaded, for hints only (never a path)
 * @param password given by the user for a protected file
 */
public record SourceFile(Path path, MediaType type, String name, Optional<String> password) {

    @Override
    public String toString() {
        return type + " " + path.getFileName();
    }
}
