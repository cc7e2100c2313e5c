package io.fumikura.core.internal.persistence;

import java.nio.file.Path;

/** Where the platform keeps its files: the system property {@code karaf.data}. */
public final class DataFolder {

    private DataFolder() {}

    public static Path path() {
        return Path.of(System.getProperty("karaf.data", "data"));
    }
}
