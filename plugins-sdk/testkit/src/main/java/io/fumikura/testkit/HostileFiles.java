package io.fumikura.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Odd, damaged, protected and valid files of the shared data, which are found by the environment variable {@code FUMIKURA_DATA}. */
public final class HostileFiles {

    private HostileFiles() {}

    /**
     * @param kind as the truth says, e.g. {@code valid_form}, {@code encrypted}, {@code corrupt}
     * @param password empty when there is none
     */
    public record Sample(Path path, String kind, MediaType type, Optional<String> password) {

        /** A copy in a folder of its own, as core hands files to plugins. */
        public SourceFile copy(Path folder, Optional<String> with) throws IOException {
            Path own = Files.createTempDirectory(folder, "file");
            String name = path.getFileName().toString();
            return new SourceFile(Files.copy(path, own.resolve("file")), type, name, with);
        }

        /** Whether the file must be readable and visible. */
        public boolean isValid() {
            return kind.startsWith("valid");
        }

        public boolean isEncrypted() {
            return kind.equals("encrypted") || kind.equals("encrypted_pubkey");
        }
    }

    /** What is done with each file. */
    @FunctionalInterface
    public interface Check {
        void on(Sample sample) throws Exception;
    }

    /**
     * One test per file, none where the data is not there.
     *
     * @param types media type per file name extension; other files are left out
     */
    public static Stream<DynamicTest> tests(Map<String, MediaType> types, Check check) throws IOException {
        String data = System.getenv("FUMIKURA_DATA");
        Path hostile = Path.of(data == null ? "" : data, "hostile");
        assumeTrue(Files.exists(hostile.resolve("truth.jsonl")), "FUMIKURA_DATA does not name the shared data");
        return Files.readAllLines(hostile.resolve("truth.jsonl")).stream()
                .filter(line -> types.containsKey(value(line, "extension").orElse("")))
                .map(line -> sample(hostile, line, types))
                .map(sample -> DynamicTest.dynamicTest(sample.path().getFileName() + " " + sample.kind(), () -> check.on(sample)));
    }

    private static Sample sample(Path hostile, String line, Map<String, MediaType> types) {
        return new Sample(
                hostile.resolve(value(line, "file").orElseThrow()),
                value(line, "expected_class").orElseThrow(),
                types.get(value(line, "extension").orElseThrow()),
                value(line, "password"));
    }

    private static Optional<String> value(String line, String key) {
        var matcher = Pattern.compile("\"" + key + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
