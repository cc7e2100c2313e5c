package io.fumikura.extract.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.extract.rules.RulesExtractor;
import io.fumikura.read.image.TesseractReader;
import io.fumikura.read.pdf.PdfReader;
import io.fumikura.type.book.BookDocumentType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The level that rules must reach on the books of the shared data, read by our readers and judged by the reference scorer. */
class BookLevelTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** Our kinds in the words of the truth. */
    private static final Map<String, String> KINDS = Map.of("order", "purchase_order", "statement", "credit_card_statement");

    private static final Map<String, String> FIELDS = Map.of(
            "seller", "seller",
            "transaction_date", "date",
            "amount", "total",
            "tax", "tax",
            "registration_number", "registration_number",
            "invoice_number", "invoice_number");
    /** Less sure than this, a value asks for a look. */
    private static final double DOUBTFUL = 0.5;

    private final BookDocumentType books = new BookDocumentType();
    private final RulesExtractor rules = new RulesExtractor();

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void findData() {
        String place = System.getenv("FUMIKURA_DATA");
        assumeTrue(place != null, "FUMIKURA_DATA names no folder of data: invoices not read");
        data = Path.of(place);
    }

    @Test
    void reachesTheFirstLevelOnBooksWithText() throws Exception {
        assertFirstLevel(scores(file -> !isImage(file), new PdfReader()));
    }

    @Test
    void reachesTheFirstLevelWithScannedReceipts() throws Exception {
        var ocr = new TesseractReader(defaults(folder.resolve("ocr")));
        assumeTrue(ocr.score(MediaType.JPEG).isPresent(), "Tesseract is not installed: scanned receipts not read");
        assertFirstLevel(scores(file -> true, ocr));
    }

    private static void assertFirstLevel(Map<String, JsonNode> scores) {
        assertThat(f1(scores, "doc_kind")).as("kind").isGreaterThanOrEqualTo(0.9);
        assertThat(f1(scores, "date")).as("date").isGreaterThanOrEqualTo(0.9);
        assertThat(f1(scores, "total")).as("total").isGreaterThanOrEqualTo(0.88);
        assertThat(f1(scores, "seller")).as("seller").isGreaterThanOrEqualTo(0.75);
        assertThat(f1(scores, "registration_number")).as("registration number").isGreaterThanOrEqualTo(0.98);
        scores.forEach((field, score) -> assertThat(score.path("false_fill_rate").asDouble(0))
                .as("false fills of " + field)
                .isLessThanOrEqualTo(0.1));
    }

    private Map<String, JsonNode> scores(Predicate<Path> wanted, ContentReader images) throws Exception {
        var gold = new StringBuilder();
        var predictions = new StringBuilder();
        for (String line : Files.readAllLines(data.resolve("invoices/truth.jsonl"))) {
            var document = (ObjectNode) JSON.readTree(line);
            Path file = file(document);
            if (!file.toString().endsWith(".xml") && wanted.test(file)) {
                complete((ObjectNode) document.get("truth"));
                gold.append(document).append('\n');
                ContentReader reader = isImage(file) ? images : new PdfReader();
                predictions
                        .append(JSON.writeValueAsString(Map.of("id", document.get("id"), "fields", fields(read(file, reader)))))
                        .append('\n');
            }
        }
        Path truth = Files.writeString(folder.resolve("gold.jsonl"), gold);
        return score(truth, Files.writeString(folder.resolve("predictions.jsonl"), predictions));
    }

    private Path file(JsonNode document) {
        String file = document.has("rendered_pdf") ? document.get("rendered_pdf").asText() : document.get("file").asText();
        return data.resolve("invoices").resolve(file);
    }

    /** Some dates of the truth were left as they are printed ("24 MAR 2018"); the paper bears them all the same. */
    private static void complete(ObjectNode truth) {
        if (truth.has("date_raw") && truth.get("date").isNull()) {
            var form = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d MMM uuuu").toFormatter(Locale.ENGLISH);
            truth.put("date", LocalDate.parse(truth.get("date_raw").asText(), form).toString());
        }
    }

    private static boolean isImage(Path file) {
        return file.toString().endsWith(".jpg");
    }

    private DocumentText read(Path file, ContentReader reader) throws Exception {
        Path copy = Files.copy(file, Files.createTempDirectory(folder, "file").resolve("copy"));
        var pages = new ArrayList<PageText>();
        var type = isImage(file) ? MediaType.JPEG : MediaType.PDF;
        reader.read(new SourceFile(copy, type, file.getFileName().toString(), Optional.empty()), pages::add);
        return new DocumentText(pages);
    }

    private Map<String, Object> fields(DocumentText text) throws Exception {
        var fields = new LinkedHashMap<String, Object>();
        var kind = books.classify(text, "a.pdf");
        if (kind.isEmpty()) {
            return fields;
        }
        var best = new HashMap<String, FieldCandidate>();
        rules.extract(new ExtractionRequest(
                        "books", kind.get().kind(), books.ledger().fields(), text, "a.pdf", Set.of(), Set.of(), Set.of("ja", "en"), TODAY))
                .forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
        books.derive(best, TODAY).forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
        var values = new HashMap<String, FieldValue>();
        best.forEach((field, candidate) -> values.put(field, candidate.value()));
        fields.put("doc_kind", KINDS.getOrDefault(kind.get().kind(), kind.get().kind().replace('-', '_')));
        FIELDS.forEach((ours, theirs) -> {
            if (values.containsKey(ours)) {
                fields.put(theirs, plain(values.get(ours)));
            }
        });
        if (values.get("amount") instanceof FieldValue.Money money) {
            money.currency().ifPresent(currency -> fields.put("currency", currency.getCurrencyCode()));
        }
        boolean doubtful = List.of("amount", "transaction_date", "registration_number").stream()
                .anyMatch(field -> best.containsKey(field) && best.get(field).confidence() < DOUBTFUL);
        fields.put("needs_review", doubtful || !books.check(values).isEmpty());
        return fields;
    }

    /** Amounts as text: the scorer takes the number zero for none. */
    private static String plain(FieldValue value) {
        return value instanceof FieldValue.Money money ? money.value().toPlainString() : Book.plain(value);
    }

    private Map<String, JsonNode> score(Path gold, Path predictions) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(
                            "python3", data.resolve("score.py").toString(), "invoices", gold.toString(), predictions.toString(), "--skip-xml")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is missing: the reference scorer can't run");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        System.out.println(output);
        var scores = new LinkedHashMap<String, JsonNode>();
        for (String line : output.split("\n")) {
            int brace = line.indexOf('{');
            scores.put(line.substring(0, brace).strip(), JSON.readTree(line.substring(brace)));
        }
        return scores;
    }

    private static double f1(Map<String, JsonNode> scores, String field) {
        return scores.get(field).get("f1").asDouble();
    }

    private static TesseractReader.Config defaults(Path folder) {
        return new TesseractReader.Config() {
            @Override
            public String tessdata() {
                return "";
            }

            @Override
            public int workers() {
                return 0;
            }

            @Override
            public int page_seconds() {
                return 300;
            }

            @Override
            public String folder() {
                return folder.toString();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return TesseractReader.Config.class;
            }
        };
    }
}
