package io.fumikura.core.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fumikura.core.internal.persistence.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the platform remembers of the history outside of the database, so that the database alone can't be set back: its identity, the keys that
 * stamped, the newest heads, and a copy of each seal. Copies may go to a second folder on another machine.
 */
final class HistoryFolder {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFolder.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<Path> copies;

    /** @param log whose head it was */
    record Mark(UUID log, long entries, byte[] root, Instant at) {}

    /** @param elsewhere second folder for the seals; null for none */
    HistoryFolder(Path folder, @Nullable Path elsewhere) {
        this.folder = folder;
        copies = new ArrayList<>(List.of(folder.resolve("seals")));
        if (elsewhere != null) {
            copies.add(elsewhere);
        }
    }

    /** Empty before the first seal, or when the folder was lost. */
    synchronized Optional<UUID> identity() {
        return lines("identity").stream().findFirst().map(UUID::fromString);
    }

    synchronized void identity(UUID identity) {
        write("identity", List.of(identity.toString()));
    }

    /** SHA-256 of the certificates that stamped for this platform, in hexadecimal digits. */
    synchronized List<String> keys() {
        return lines("stamp-keys").stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    synchronized void remember(String key, String authority) {
        if (!keys().contains(key)) {
            var all = new ArrayList<>(lines("stamp-keys"));
            all.add(key + " " + authority.replaceAll("\\s+", " "));
            write("stamp-keys", all);
        }
    }

    synchronized List<Mark> marks() {
        return lines("marks").stream().map(HistoryFolder::mark).toList();
    }

    private static Mark mark(String line) {
        String[] parts = line.split(" ");
        return new Mark(
                UUID.fromString(parts[0]), Long.parseLong(parts[1]), HexFormat.of().parseHex(parts[2]), Instant.parse(parts[3]));
    }

    /** Notes how far the logs are. A log that got shorter, or is gone, keeps its older mark. */
    synchronized void mark(List<SealedHead> heads, Instant now) {
        Map<UUID, Mark> marks = new LinkedHashMap<>();
        marks().forEach(mark -> marks.put(mark.log(), mark));
        boolean changed = false;
        for (SealedHead head : heads) {
            Mark before = marks.get(head.log());
            if (before == null || before.entries() < head.entries()) {
                marks.put(head.log(), new Mark(head.log(), head.entries(), head.root(), now));
                changed = true;
            }
        }
        if (changed) {
            write("marks", marks.values().stream().map(HistoryFolder::line).toList());
        }
    }

    private static String line(Mark mark) {
        return mark.log() + " " + mark.entries() + " " + HexFormat.of().formatHex(mark.root()) + " " + mark.at();
    }

    /** Writes a copy into each folder. @return false when one is away at the moment, so that it has to be tried again */
    synchronized boolean keep(List<StoredSeal> seals) {
        boolean all = true;
        for (Path copy : copies) {
            for (StoredSeal seal : seals) {
                Path file = copy.resolve(String.format("seal-%09d.json", SealStatement.decode(seal.statement()).number()));
                if (!Files.exists(file)) {
                    all &= keep(seal, file);
                }
            }
        }
        return all;
    }

    private static boolean keep(StoredSeal seal, Path file) {
        try {
            PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(seal)));
            return true;
        } catch (IOException e) {
            LOG.warn("The copy {} of a seal of the history can't be written: {}", file, e.getMessage());
            return false;
        }
    }

    /** All copies that can be read, in the order of their names. @param unreadable takes the names of the others */
    synchronized List<StoredSeal> kept(List<String> unreadable) {
        var all = new ArrayList<StoredSeal>();
        for (Path copy : copies) {
            for (Path file : files(copy)) {
                try {
                    all.add(seal(JSON.readTree(Files.readAllBytes(file))));
                } catch (IOException | RuntimeException e) {
                    unreadable.add(file.toString());
                }
            }
        }
        return all;
    }

    private static List<Path> files(Path copy) {
        if (!Files.isDirectory(copy)) {
            return List.of();
        }
        try (var found = Files.list(copy)) {
            return found.filter(file -> file.getFileName().toString().matches("seal-\\d+\\.json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(StoredSeal seal) {
        ObjectNode node = JSON.createObjectNode()
                .put("statement", Base64.getEncoder().encodeToString(seal.statement()))
                .put("token", Base64.getEncoder().encodeToString(seal.token()))
                .put("authority", seal.authority());
        var heads = node.putArray("heads");
        seal.heads().forEach(head -> heads.addObject()
                .put("log", head.log().toString())
                .put("entries", head.entries())
                .put("root", HexFormat.of().formatHex(head.root())));
        return node;
    }

    private static StoredSeal seal(JsonNode node) {
        var heads = new ArrayList<SealedHead>();
        node.required("heads").forEach(head -> heads.add(new SealedHead(
                UUID.fromString(head.required("log").asText()),
                head.required("entries").asLong(),
                HexFormat.of().parseHex(head.required("root").asText()))));
        return new StoredSeal(
                Base64.getDecoder().decode(node.required("statement").asText()),
                Base64.getDecoder().decode(node.required("token").asText()),
                node.required("authority").asText(),
                heads);
    }

    private List<String> lines(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, List<String> lines) {
        try {
            PrivateFile.write(folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
