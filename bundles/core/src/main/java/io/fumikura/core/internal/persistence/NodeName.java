package io.fumikura.core.internal.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of this installation, the same after each start. */
public final class NodeName {

    private NodeName() {}

    public static String of(Path data) {
        Path file = data.resolve("node");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                Files.writeString(file, UUID.randomUUID().toString());
            }
            String name = Files.readString(file).strip();
            return name.matches("[0-9a-f-]{36}") ? name : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The name of this installation can't be kept in " + file + ".", e);
        }
    }
}
