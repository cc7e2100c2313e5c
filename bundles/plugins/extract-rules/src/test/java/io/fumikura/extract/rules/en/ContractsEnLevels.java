package io.fumikura.extract.rules.en;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.extract.rules.ReferenceScorer;
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
import org.jspecify.annotations.Nullable;

/** Reads the texts of contracts-en as the platform does (classify, extract, derive) and scores what came out. */
final class ContractsEnLevels {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private final ContractDocuments contracts = new ContractDocuments();
    private final RulesExtractor rules = new RulesExtractor();

    private ContractsEnLevels() {}

    /** Prints the scores of all contracts, and writes the predictions to {@code target}. */
    public static void main(String... args) throws Exception {
        System.out.print(score(ReferenceScorer.data("contracts-en"), Path.of("target")));
    }

    static ReferenceScorer score(Path data, Path folder) throws Exception {
        var levels = new ContractsEnLevels();
        Path gold = data.resolve("contracts-en").resolve("contracts.jsonl");
        Path predictions = folder.resolve("contracts-en.pred.jsonl");
        var lines = new StringBuilder();
        for (String line : Files.readAllLines(gold)) {
            JsonNode contract = JSON.readTree(line);
            lines.append(JSON.writeValueAsString(
                            Map.of("id", contract.get("id").asText(), "fields", levels.read(contract.get("text").asText()))))
                    .append('\n');
        }
        Files.writeString(predictions, lines);
        return new ReferenceScorer(data, "cuad", gold, predictions);
    }

    private Map<String, @Nullable Object> read(String content) throws InterruptedException, IOException {
        var text = new DocumentText(
                List.of(PageText.builder(1, 0, 0, TextSource.PLAIN).append(content, Box.NONE).build()));
        var kind = contracts.classify(text, "a.txt");
        if (kind.isEmpty()) {
            return Map.of();
        }
        var request = new ExtractionRequest(
                "contracts", kind.get().kind(), contracts.ledger().fields(), text, "a.txt", Set.of(), Set.of(), Set.of("ja", "en"), TODAY);
        var best = new HashMap<String, FieldCandidate>();
        rules.extract(request).forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
        contracts.derive(best, TODAY).forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
        return scored(best);
    }

    private static Map<String, @Nullable Object> scored(Map<String, FieldCandidate> best) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("document_name", plain(best.get("title")));
        fields.put("parties", plain(best.get("parties")));
        fields.put("agreement_date", plain(best.get("conclusion_date")));
        fields.put("effective_date", plain(best.get("start_date")));
        boolean indefinite = !best.containsKey("end_date") && best.containsKey("indefinite_term");
        fields.put("expiration_date", indefinite ? "perpetual" : plain(best.get("end_date")));
        fields.put("renewal_term", plain(best.get("renewal_period")));
        fields.put("notice_period", plain(best.get("notice_period")));
        return fields;
    }

    private static @Nullable Object plain(@Nullable FieldCandidate candidate) {
        FieldValue value = candidate == null ? null : candidate.value();
        if (value instanceof FieldValue.Text text) {
            return text.value();
        } else if (value instanceof FieldValue.Texts texts) {
            return texts.values();
        } else if (value instanceof FieldValue.Day day) {
            return day.value().toString();
        }
        return value instanceof FieldValue.Duration duration ? duration.value().toString() : null;
    }
}
