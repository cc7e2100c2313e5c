package io.fumikura.core.internal.record;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldDefinition.Choice;
import io.fumikura.document.FieldDefinition.Role;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.Kind;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small ledger for tests: loans, with an end derived from start and term; secured ones are renewed each year. */
public final class LoanType implements DocumentType {

    /** The day that this type takes for today; null for the real one. */
    LocalDate pretended;

    @Override
    public LedgerDescription ledger() {
        return new LedgerDescription(
                "loans",
                label("貸付"),
                List.of(new Kind("loan", label("貸付")), new Kind("grant", label("助成"))),
                List.of(
                        field("title", FieldType.TEXT, true),
                        field("start", FieldType.DATE, true),
                        field("term", FieldType.PERIOD, false),
                        field("end", FieldType.DATE, false),
                        field("renewed_end", FieldType.DATE, false),
                        field("amount", FieldType.AMOUNT, false),
                        field("parties", FieldType.TEXTS, false),
                        field("secured", FieldType.FLAG, false),
                        new FieldDefinition(
                                "side", label("側"), FieldType.CHOICE, Role.SUPPORTING, false,
                                List.of(new Choice("lender", label("貸主")), new Choice("borrower", label("借主"))))),
                List.of("number", "title"),
                "end",
                "renewed_end",
                "title");
    }

    private static FieldDefinition field(String id, FieldType type, boolean required) {
        return new FieldDefinition(id, label(id), type, Role.MAIN, required, List.of());
    }

    private static LocalizedText label(String text) {
        return new LocalizedText(text, text);
    }

    @Override
    public Optional<Classification> classify(DocumentText text, String fileName) {
        return Optional.of(new Classification("loan", 1));
    }

    @Override
    public List<FieldCandidate> derive(Map<String, FieldCandidate> values, LocalDate today) {
        if (values.containsKey("end")) {
            return renewed(values, pretended == null ? today : pretended);
        }
        if (!values.containsKey("start") || !values.containsKey("term")) {
            return List.of();
        }
        var start = ((FieldValue.Day) values.get("start").value()).value();
        var term = ((FieldValue.Duration) values.get("term").value()).value();
        return List.of(new FieldCandidate(
                "end",
                new FieldValue.Day(start.plus(term).minusDays(1)),
                0.9,
                List.of(),
                Optional.of(new Derivation(label("start + term"), List.of("start", "term")))));
    }

    private static List<FieldCandidate> renewed(Map<String, FieldCandidate> values, LocalDate today) {
        boolean secured = values.containsKey("secured") && ((FieldValue.Flag) values.get("secured").value()).value();
        var end = ((FieldValue.Day) values.get("end").value()).value();
        if (!secured || !end.isBefore(today)) {
            return List.of();
        }
        while (end.isBefore(today)) {
            end = end.plusYears(1);
        }
        return List.of(new FieldCandidate(
                "renewed_end",
                new FieldValue.Day(end),
                0.9,
                List.of(),
                Optional.of(new Derivation(label("end + years"), List.of("end", "secured")))));
    }

    @Override
    public List<Warning> check(Map<String, FieldValue> values) {
        return values.containsKey("amount") ? List.of() : List.of(new Warning("loan.no-amount", label("no amount"), List.of("amount")));
    }
}
