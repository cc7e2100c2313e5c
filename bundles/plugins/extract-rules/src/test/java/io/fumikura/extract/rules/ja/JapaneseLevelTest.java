package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.extract.rules.RulesExtractor;
import io.fumikura.type.contract.ContractDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The level that rules must reach on the plain texts of contracts-ja, judged by the reference scorer. */
class JapaneseLevelTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NAMES = Map.of("conclusion_date", "contract_date");
    private final ContractDocuments contracts = new ContractDocuments();
    private final RulesExtractor rules = new RulesExtractor();

    @Test
    void reachesTheFirstLevelOnContractsJa(@TempDir Path folder) throws Exception {
        String data = System.getenv("FUMIKURA_DATA");
        assumeTrue(data != null, "FUMIKURA_DATA names no folder of data: contracts-ja not read");
        Path gold = Path.of(data, "contracts-ja", "truth.jsonl");
        Path predictions = folder.resolve("predictions.jsonl");
        Files.writeString(predictions, predict(gold));
        Map<String, JsonNode> scores = score(Path.of(data, "score.py"), gold, predictions);
        assertThat(f1(scores, "title")).isGreaterThanOrEqualTo(0.95);
        assertThat(f1(scores, "parties(micro)")).isGreaterThanOrEqualTo(0.85);
        for (String date : List.of("contract_date", "start_date", "end_date", "auto_renewal=true")) {
            assertThat(f1(scores, date)).as(date).isGreaterThanOrEqualTo(0.9);
        }
        for (String period : List.of("renewal_period", "notice_period", "term", "amount", "governing_court")) {
            assertThat(f1(scores, period)).as(period).isGreaterThanOrEqualTo(0.8);
        }
        scores.forEach((field, score) -> assertThat(score.path("false_fill_rate").asDouble(0)).as("false fills of " + field).isLessThanOrEqualTo(0.1));
        assertThat(scores.get("filed_as_contract_by_mistake").path("false_fill_rate").asDouble()).isZero();
    }

    private String predict(Path gold) throws Exception {
        var lines = new StringBuilder();
        for (String line : Files.readAllLines(gold)) {
            JsonNode document = JSON.readTree(line);
            Path file = gold.resolveSibling(document.get("file").asText());
            if (file.toString().matches(".*\\.(?:txt|md)")) {
                lines.append(JSON.writeValueAsString(Map.of("id", document.get("id"), "fields", fields(Files.readString(file)))))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private Map<String, Object> fields(String content) throws Exception {
        var text = new DocumentText(
                List.of(PageText.builder(1, 0, 0, TextSource.PLAIN).append(content, Box.NONE).build()));
        var kind = contracts.classify(text, "a.txt");
        var fields = new LinkedHashMap<String, Object>();
        if (kind.isPresent()) {
            var today = LocalDate.of(2026, 11, 20);
            var best = new HashMap<String, FieldCandidate>();
            rules.extract(new ExtractionRequest(
                            "contracts", kind.get().kind(), contracts.ledger().fields(), text, "a.txt", Set.of(), Set.of(), Set.of("ja", "en"), today))
                    .forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
            contracts.derive(best, today).forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
            best.forEach((field, candidate) -> fields.put(NAMES.getOrDefault(field, field), plain(candidate.value())));
        }
        return fields;
    }

    private static Object plain(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        } else if (value instanceof FieldValue.Texts texts) {
            return texts.values();
        } else if (value instanceof FieldValue.Day day) {
            return day.value().toString();
        } else if (value instanceof FieldValue.Money money) {
            return money.value();
        } else if (value instanceof FieldValue.Flag flag) {
            return flag.value();
        } else if (value instanceof FieldValue.Duration duration) {
            return duration.value().toString();
        } else {
            return ((FieldValue.Choice) value).code();
        }
    }

    private static Map<String, JsonNode> score(Path scorer, Path gold, Path predictions) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("python3", scorer.toString(), "ja", gold.toString(), predictions.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is missing: the reference scorer can't run");
            throw e;
        }
        var scores = new LinkedHashMap<String, JsonNode>();
        for (String line : new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
            int brace = line.indexOf('{');
            assertThat(brace).as(line).isPositive();
            scores.put(line.substring(0, brace).strip(), JSON.readTree(line.substring(brace)));
        }
        assertThat(process.waitFor()).isZero();
        return scores;
    }

    private static double f1(Map<String, JsonNode> scores, String field) {
        return scores.get(field).get("f1").asDouble();
    }
}
