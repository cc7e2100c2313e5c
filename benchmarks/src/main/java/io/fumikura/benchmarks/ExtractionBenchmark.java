package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads a folder of documents with truth by real uploads, and compares. The folder holds {@code contracts.jsonl} (text or PDF per
 * line) or {@code truth.jsonl} with files.
 */
final class ExtractionBenchmark {

    /** Kinds of books as the truth calls them. */
    private static final Map<String, String> KINDS = Map.of(
            "delivery-note", "delivery_note",
            "order", "purchase_order",
            "credit-note", "credit_note",
            "order-acknowledgement", "order_acknowledgement");

    private enum Family {
        CONTRACTS_EN,
        CONTRACTS_JA,
        INVOICES
    }

    void run(Arguments arguments) throws Exception {
        Path folder = arguments.folder();
        Path out = arguments.file("--out").orElseThrow(() -> new IllegalArgumentException("--out names the file to write."));
        List<JsonNode> gold = gold(folder);
        Family family = family(gold.get(0));
        var truths = new Truths();
        int failed = 0;
        try (Platform platform = Platform.start();
                var writer = Files.newBufferedWriter(out)) {
            Api api = platform.api();
            List<Future<ObjectNode>> answers = readAll(api, folder, family, gold, arguments.has("--rendered"));
            for (int i = 0; i < gold.size(); i++) {
                ObjectNode fields = answers.get(i).get();
                failed += fields.has("problem") ? 1 : 0;
                if (fields.has("problem")) {
                    System.out.println(gold.get(i).get("id").asText() + ": " + fields.remove("problem").asText());
                }
                ObjectNode line = Platform.JSON.createObjectNode();
                line.put("id", gold.get(i).get("id").asText()).set("fields", fields);
                writer.write(line.toString());
                writer.newLine();
                compare(truths, family, gold.get(i), fields);
            }
        }
        System.out.printf("%d documents, %d of them could not be read%n%s%n", gold.size(), failed, Tally.header());
        truths.tallies().forEach((field, tally) -> System.out.println(tally.row(field)));
    }

    private static List<JsonNode> gold(Path folder) throws IOException {
        Path file = folder.resolve("contracts.jsonl");
        var gold = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(Files.exists(file) ? file : folder.resolve("truth.jsonl"))) {
            JsonNode document = Platform.JSON.readTree(line);
            // Structured e-invoices are imported, not read.
            if (!document.path("file").asText().endsWith(".xml")) {
                gold.add(document);
            }
        }
        if (gold.isEmpty()) {
            throw new IllegalArgumentException(folder + " holds no documents with truth.");
        }
        return gold;
    }

    private static Family family(JsonNode document) {
        if (document.has("answers")) {
            return Family.CONTRACTS_EN;
        }
        return document.path("truth").has("doc_class") ? Family.CONTRACTS_JA : Family.INVOICES;
    }

    private static void compare(Truths truths, Family family, JsonNode gold, JsonNode fields) {
        switch (family) {
            case CONTRACTS_EN -> truths.contractEnglish(gold, fields);
            case CONTRACTS_JA -> truths.contractJapanese(gold, fields);
            case INVOICES -> truths.invoice(gold, fields);
        }
    }

    private static List<Future<ObjectNode>> readAll(
            Api api, Path folder, Family family, List<JsonNode> gold, boolean rendered) {
        ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        var answers = new ArrayList<Future<ObjectNode>>();
        for (JsonNode document : gold) {
            Callable<ObjectNode> read = () -> read(api, folder, family, document, rendered);
            answers.add(threads.submit(read));
        }
        threads.shutdown();
        return answers;
    }

    private static ObjectNode read(Api api, Path folder, Family family, JsonNode gold, boolean rendered)
            throws IOException, InterruptedException {
        // Whether a Japanese paper is a contract at all is part of the question, so its ledger is left open.
        String ledger =
                switch (family) {
                    case CONTRACTS_EN -> "contracts";
                    case CONTRACTS_JA -> "";
                    case INVOICES -> "books";
                };
        String path = gold.path("pdf").asText(gold.path("file").asText());
        if (rendered && gold.hasNonNull("rendered_pdf")) {
            path = gold.get("rendered_pdf").asText();
        }
        boolean hasFile = !path.isEmpty() && !path.equals("null");
        byte[] bytes = hasFile
                ? Files.readAllBytes(folder.resolve(path))
                : gold.get("text").asText().getBytes(StandardCharsets.UTF_8);
        String name = hasFile ? Path.of(path).getFileName().toString() : gold.get("id").asText() + ".txt";
        Api.Answer answer =
                api.upload(ledger, name, BodyPublishers.ofByteArray(bytes), Optional.empty());
        if (answer.status() != 201) {
            return problem(answer.status() + " " + answer.body());
        }
        JsonNode detail = api.awaitEnd(answer.body().at("/record/id").asText(), Duration.ofMinutes(10));
        String state = detail.at("/record/state").asText();
        if (!state.equals("COMPLETE") && !state.equals("INCOMPLETE")) {
            return problem(name + " " + state + " " + detail.at("/record/reason"));
        }
        return fields(family, detail);
    }

    private static ObjectNode problem(String message) {
        return Platform.JSON.createObjectNode().put("problem", message);
    }

    private static ObjectNode fields(Family family, JsonNode detail) {
        ObjectNode fields = Platform.JSON.createObjectNode();
        JsonNode present = detail.path("present");
        if (family == Family.INVOICES) {
            books(detail, present, fields);
        } else if (detail.at("/record/ledger").asText().equals("contracts")) {
            contracts(family, present, fields);
        }
        return fields;
    }

    private static void contracts(Family family, JsonNode present, ObjectNode fields) {
        boolean english = family == Family.CONTRACTS_EN;
        put(fields, english ? "document_name" : "title", present.at("/title/value/text"));
        ArrayNode parties = fields.putArray("parties");
        present.at("/parties/value/texts").forEach(parties::add);
        put(fields, english ? "agreement_date" : "contract_date", present.at("/conclusion_date/value/date"));
        put(fields, english ? "effective_date" : "start_date", present.at("/start_date/value/date"));
        put(fields, english ? "expiration_date" : "end_date", present.at("/end_date/value/date"));
        put(fields, english ? "renewal_term" : "renewal_period", present.at("/renewal_period/value/period"));
        put(fields, "notice_period", present.at("/notice_period/value/period"));
        put(fields, "term", present.at("/term/value/period"));
        put(fields, "governing_court", present.at("/governing_court/value/text"));
        put(fields, "amount", present.at("/amount/value/amount"));
        put(fields, "auto_renewal", present.at("/auto_renewal/value/flag"));
        if (english && !fields.has("expiration_date") && present.at("/indefinite_term/value/flag").asBoolean()) {
            fields.put("expiration_date", "perpetual");
        }
    }

    private static void books(JsonNode detail, JsonNode present, ObjectNode fields) {
        String kind = detail.at("/record/kind").asText();
        fields.put("doc_kind", KINDS.getOrDefault(kind, kind));
        put(fields, "seller", present.at("/seller/value/text"));
        put(fields, "date", present.at("/transaction_date/value/date"));
        put(fields, "total", present.at("/amount/value/amount"));
        put(fields, "currency", present.at("/amount/value/currency"));
        put(fields, "tax", present.at("/tax/value/amount"));
        put(fields, "registration_number", present.at("/registration_number/value/text"));
        put(fields, "invoice_number", present.at("/invoice_number/value/text"));
        fields.put("needs_review", detail.path("warnings").size() > 0);
    }

    private static void put(ObjectNode fields, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            fields.set(name, value);
        }
    }
}
