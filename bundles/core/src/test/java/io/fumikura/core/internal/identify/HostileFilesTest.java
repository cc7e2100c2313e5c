package io.fumikura.core.internal.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shared folder of odd, damaged and encrypted files; skipped where FUMIKURA_DATA does not name it. */
class HostileFilesTest {

    private final ContentIdentifier identifier = new ContentIdentifier();
    private Path folder;

    @BeforeEach
    void findFolder() {
        String data = System.getenv("FUMIKURA_DATA");
        assumeTrue(data != null && Files.isDirectory(Path.of(data, "hostile")), "FUMIKURA_DATA names no folder with hostile/");
        folder = Path.of(data, "hostile");
    }

    @Test
    void takesEveryValidDocument() throws IOException {
        var refused = new ArrayList<String>();
        for (JsonNode file : truth()) {
            if (file.get("expected_class").asText().startsWith("valid") && !(identity(file) instanceof Identity.Document)) {
                refused.add(file.get("file").asText() + ": " + identity(file));
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void namesEncryptedOfficeFilesAndArchivesAsProtected() throws IOException {
        var missed = new ArrayList<String>();
        for (JsonNode file : truth()) {
            String name = file.get("file").asText();
            boolean mock = name.endsWith(".xml"); // describes an exception to a test of its origin; nothing in it is encrypted
            if (file.get("expected_class").asText().equals("encrypted") && !name.endsWith(".pdf") && !mock
                    && !(identity(file) instanceof Identity.Protected)) {
                missed.add(name + ": " + identity(file));
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void callsOnlyEncryptedFilesProtected() throws IOException {
        var wrong = new ArrayList<String>();
        for (JsonNode file : truth()) {
            if (!file.get("expected_class").asText().startsWith("encrypted") && identity(file) instanceof Identity.Protected) {
                wrong.add(file.get("file").asText());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Iterable<JsonNode> truth() throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        try (Stream<String> text = Files.lines(folder.resolve("truth.jsonl"))) {
            for (String line : (Iterable<String>) text::iterator) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }

    private Identity identity(JsonNode file) throws IOException {
        Path path = folder.resolve(file.get("file").asText());
        try (var in = Files.newInputStream(path)) {
            return identifier.identify(in.readNBytes(ContentIdentifier.headLength()), path.getFileName().toString(), () -> path);
        }
    }
}
