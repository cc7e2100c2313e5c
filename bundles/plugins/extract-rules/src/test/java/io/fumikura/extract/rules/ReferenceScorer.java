package io.fumikura.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reference scorer of the shared data, run as it is: its rules are the definition of right and wrong. */
public final class ReferenceScorer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> rows = new LinkedHashMap<>();

    /**
     * @param data folder of the data
     * @param kind {@code cuad}, {@code ja} or {@code invoices}
     */
    public ReferenceScorer(Path data, String kind, Path gold, Path predictions) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", data.resolve("score.py").toString(), kind, gold.toString(), predictions.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is missing: the reference scorer can't run");
            throw e;
        }
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            int brace = line.indexOf('{');
            assertThat(brace).as(line).isPositive();
            rows.put(line.substring(0, brace).strip(), JSON.readTree(line.substring(brace)));
        }
        assertThat(process.waitFor()).isZero();
    }

    /** The folder of the data; the test is skipped by name where it is missing. */
    public static Path data(String part) {
        String data = System.getenv("FUMIKURA_DATA");
        assumeTrue(data != null && Files.isDirectory(Path.of(data, part)), "FUMIKURA_DATA names no folder of data: " + part + " not read");
        return Path.of(data);
    }

    public double f1(String field) {
        return rows.get(field).get("f1").asDouble();
    }

    /** Share of the documents without a value of the field for which one was given. */
    public double falseFills(String field) {
        return rows.get(field).path("false_fill_rate").asDouble(0);
    }

    @Override
    public String toString() {
        var table = new StringBuilder();
        rows.forEach((field, row) -> table.append(String.format("%-44s %s%n", field, row)));
        return table.toString();
    }
}
