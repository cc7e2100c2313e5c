package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares predictions with the truth of the three folders; one tally per field. */
final class Truths {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    Map<String, Tally> tallies() {
        return tallies;
    }

    private Tally of(String field) {
        return tallies.computeIfAbsent(field, name -> new Tally());
    }

    void contractEnglish(JsonNode gold, JsonNode fields) {
        JsonNode answers = gold.get("answers");
        String name = text(answers.at("/document_name/answer_raw"));
        String title = text(fields.path("document_name"));
        of("document_name").add(!name.isEmpty(), !title.isEmpty(), Sameness.overlap(name, title) >= 0.5);
        partiesEnglish(answers.path("parties"), strings(fields.path("parties")));
        List<String> agreement = values(answers.path("agreement_date"), "date", "iso");
        for (String field : List.of("agreement_date", "effective_date", "expiration_date")) {
            dateEnglish(field, answers.path(field), text(fields.path(field)), agreement);
        }
        for (String field : List.of("renewal_term", "notice_period")) {
            String predicted = text(fields.path(field));
            List<String> wanted = values(answers.path(field), "duration", "iso");
            if (!wanted.isEmpty()) {
                of(field).add(true, !predicted.isEmpty(), anySame(wanted, predicted, false));
                of(field + " (lenient)").add(true, !predicted.isEmpty(), anySame(wanted, predicted, true));
            } else if (!answers.path(field).path("present").asBoolean()) {
                of(field).add(false, !predicted.isEmpty(), false);
                of(field + " (lenient)").add(false, !predicted.isEmpty(), false);
            }
        }
    }

    private static boolean anySame(List<String> wanted, String predicted, boolean lenient) {
        return wanted.stream().anyMatch(period -> Sameness.samePeriod(predicted, period, lenient));
    }

    private void partiesEnglish(JsonNode answer, List<String> predicted) {
        var aliases = new ArrayList<String>();
        for (JsonNode party : answer.path("normalized")) {
            strings(party.path("aliases")).forEach(alias -> aliases.add(Sameness.fold(alias)));
        }
        var wanted = new ArrayList<String>();
        var tolerated = new ArrayList<String>();
        for (JsonNode party : answer.path("normalized")) {
            String name = party.path("name").asText();
            String[] parts = name.split(",|\\band\\b|&");
            boolean collective = parts.length > 1
                    && List.of(parts).stream()
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .allMatch(part -> aliases.contains(Sameness.fold(part)));
            (collective ? tolerated : wanted).add(name);
        }
        int[] match = Sameness.matchParties(wanted, predicted, tolerated);
        of("parties").addMany(match[0], wanted.size(), match[0] + match[1]);
    }

    private void dateEnglish(String field, JsonNode answer, String predicted, List<String> agreement) {
        List<String> wanted = values(answer, "date", "iso");
        boolean perpetual = predicted.equals("perpetual");
        String day = perpetual ? "" : predicted;
        boolean endless = kinds(answer).contains("perpetual");
        if (!wanted.isEmpty()) {
            of(field).add(true, !day.isEmpty(), wanted.contains(day));
        } else if (endless) {
            of("expiration_perpetual").add(true, perpetual || !day.isEmpty(), perpetual);
        } else if (answer.path("present").asBoolean() || answer.path("normalized").size() > 0) {
            if (kinds(answer).contains("partial")) {
                of(field + " (redacted)").add(false, !day.isEmpty(), false);
            }
        } else if (!field.equals("effective_date") || !agreement.contains(day)) {
            of(field).add(false, !day.isEmpty(), false);
        }
    }

    void contractJapanese(JsonNode gold, JsonNode fields) {
        JsonNode truth = gold.get("truth");
        String note = text(gold.path("note"));
        if (!truth.path("doc_class").asText().equals("contract")) {
            boolean filed = fields.path("auto_renewal").asBoolean()
                    || fields.hasNonNull("end_date")
                    || fields.hasNonNull("term");
            of("filed as contract").add(false, filed, false);
            return;
        }
        String title = text(truth.path("title"));
        String predictedTitle = text(fields.path("title"));
        of("title")
                .add(
                        !title.isEmpty(),
                        !predictedTitle.isEmpty(),
                        Sameness.title(title).equals(Sameness.title(predictedTitle)));
        List<String> names = StreamSupport.stream(truth.path("parties").spliterator(), false)
                .map(party -> text(party.path("name")))
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> predicted = strings(fields.path("parties"));
        int[] match = Sameness.matchParties(names, predicted, List.of());
        of("parties").addMany(match[0], names.size(), match[0] + match[1]);
        if (names.isEmpty()) {
            of("parties of blank forms").add(false, !predicted.isEmpty(), false);
        }
        for (String field : List.of("contract_date", "start_date", "end_date")) {
            if (field.equals("contract_date") && note.contains("do not score contract_date")) {
                continue;
            }
            var accepted = new ArrayList<>(List.of(text(truth.path(field))));
            if (field.equals("end_date") && note.contains("accept")) {
                Matcher day = DAY.matcher(note);
                while (day.find()) {
                    accepted.add(day.group());
                }
            }
            String value = text(fields.path(field));
            of(field).add(truth.hasNonNull(field), !value.isEmpty(), accepted.contains(value));
        }
        of("auto_renewal")
                .add(truth.path("auto_renewal").asBoolean(), fields.path("auto_renewal").asBoolean(), true);
        for (String field : List.of("term", "renewal_period", "notice_period")) {
            String value = text(fields.path(field));
            String wanted = text(truth.path(field));
            of(field).add(!wanted.isEmpty(), !value.isEmpty(), Sameness.samePeriod(value, wanted, true));
        }
        number("amount", truth.path("amount").path("value"), fields.path("amount"), true);
        String court = text(truth.path("governing_court"));
        String predictedCourt = text(fields.path("governing_court"));
        of("governing_court")
                .add(
                        !court.isEmpty(),
                        !predictedCourt.isEmpty(),
                        Sameness.title(court).equals(Sameness.title(predictedCourt)));
    }

    void invoice(JsonNode gold, JsonNode fields) {
        if (gold.path("upstream_class").asText().startsWith("fail")) {
            return;
        }
        JsonNode truth = gold.get("truth");
        for (String field : List.of("date", "currency", "doc_kind", "invoice_number")) {
            boolean optional = field.equals("doc_kind") || field.equals("invoice_number");
            if (!truth.has(field) || optional && truth.get(field).isNull()) {
                continue;
            }
            String wanted = text(truth.path(field));
            String value = text(fields.path(field));
            of(field)
                    .add(
                            !wanted.isEmpty(),
                            !value.isEmpty(),
                            Sameness.fold(wanted).equals(Sameness.fold(value)));
        }
        String seller = text(truth.path("seller"));
        if (!seller.isEmpty()) {
            String value = text(fields.path("seller"));
            of("seller").add(true, !value.isEmpty(), Sameness.sameParty(seller, value));
        }
        number("total", truth.path("total"), fields.path("total"), false);
        number("tax", truth.path("tax"), fields.path("tax"), false);
        if (truth.path("must_review").asBoolean()) {
            of("must be reviewed").add(true, fields.path("needs_review").asBoolean(), true);
        }
        registration(truth.path("registration_number"), text(fields.path("registration_number")));
    }

    private void registration(JsonNode truth, String value) {
        List<String> wanted = (truth.isValueNode()
                        ? List.of(text(truth))
                        : StreamSupport.stream(truth.spliterator(), false).map(Truths::text).toList())
                .stream().map(Truths::registrationNumber).filter(number -> !number.isEmpty()).toList();
        String number = registrationNumber(value);
        of("registration_number").add(!wanted.isEmpty(), !number.isEmpty(), wanted.contains(number));
    }

    private static String registrationNumber(String text) {
        String bare = Sameness.fold(text).replaceAll("[^a-z0-9]", "");
        return bare.matches("t\\d{13}") ? bare : "";
    }

    /** @param alsoAbsent whether a truth without a value counts as absent, or is left out */
    private void number(String field, JsonNode truth, JsonNode value, boolean alsoAbsent) {
        BigDecimal wanted = decimal(truth);
        BigDecimal predicted = decimal(value);
        if (wanted != null || alsoAbsent) {
            boolean same = wanted != null && predicted != null && wanted.compareTo(predicted) == 0;
            of(field).add(wanted != null, predicted != null, same);
        }
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        String digits = text(node).replaceAll("[^\\d.\\-]", "");
        try {
            return digits.isEmpty() ? null : new BigDecimal(digits).setScale(2, RoundingMode.HALF_EVEN);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<String> kinds(JsonNode answer) {
        return StreamSupport.stream(answer.path("normalized").spliterator(), false)
                .map(value -> value.path("kind").asText())
                .toList();
    }

    private static List<String> values(JsonNode answer, String kind, String member) {
        return StreamSupport.stream(answer.path("normalized").spliterator(), false)
                .filter(value -> value.path("kind").asText().equals(kind))
                .map(value -> value.path(member).asText())
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Truths::text)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }
}
