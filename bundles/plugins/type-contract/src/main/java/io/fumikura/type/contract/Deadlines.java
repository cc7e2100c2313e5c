package io.fumikura.type.contract;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives what a contract says without writing it: end date, term, notice deadline. The first day counts as part of a term
 * (期間の初日算入: from 1 April for one year ends on 31 March), as contracts in Japan are read in practice.
 */
final class Deadlines {

    /** More renewals than any contract has had: a bad date must not keep us busy. */
    private static final int MOST_RENEWALS = 1000;

    private final Map<String, FieldCandidate> values;
    private final Map<String, Derivation> earlier;
    private final LocalDate today;
    private final List<FieldCandidate> derived = new ArrayList<>();

    private Deadlines(Map<String, FieldCandidate> values, Map<String, Derivation> earlier, LocalDate today) {
        this.values = new HashMap<>(values);
        this.earlier = earlier;
        this.today = today;
    }

    static List<FieldCandidate> derive(
            Map<String, FieldCandidate> values, Map<String, Derivation> earlier, LocalDate today) {
        var deadlines = new Deadlines(values, earlier, today);
        deadlines.start();
        deadlines.end();
        deadlines.term();
        deadlines.notice();
        return List.copyOf(deadlines.derived);
    }

    /** A contract with a term but no start runs from its conclusion; so does one that was read to start on that day. */
    private void start() {
        if (has(ContractLedger.START)) {
            return;
        }
        Derivation before = earlier.get(ContractLedger.START);
        if (before != null && before.fields().equals(List.of(ContractLedger.CONCLUSION))) {
            date(ContractLedger.CONCLUSION).ifPresent(conclusion -> add(ContractLedger.START, conclusion, 0.7, before));
        } else if (has(ContractLedger.TERM)) {
            date(ContractLedger.CONCLUSION).ifPresent(conclusion -> add(
                    ContractLedger.START,
                    conclusion,
                    0.7,
                    "契約締結日（開始日の記載なし）",
                    "conclusion date (no start stated)",
                    ContractLedger.CONCLUSION,
                    ContractLedger.TERM));
        }
    }

    private void end() {
        var start = date(ContractLedger.START);
        var term = period(ContractLedger.TERM);
        if (!has(ContractLedger.END) && !isIndefinite() && start.isPresent() && term.isPresent()) {
            Derivation before = earlier.get(ContractLedger.END);
            if (before != null && isAnniversary(before)) {
                add(ContractLedger.END, start.get().plus(term.get()), 0.95, before);
            } else {
                add(
                        ContractLedger.END,
                        start.get().plus(term.get()).minusDays(1),
                        0.95,
                        "契約開始日＋契約期間（初日を算入）",
                        "start date + term (first day counts)",
                        ContractLedger.START,
                        ContractLedger.TERM);
            }
        }
    }

    /** English contracts end on the anniversary of their first day; whoever read that says so by the code. */
    private static boolean isAnniversary(Derivation derivation) {
        return derivation.code().equals(Derivation.ANNIVERSARY)
                && derivation.fields().equals(List.of(ContractLedger.START, ContractLedger.TERM));
    }

    private void term() {
        var start = date(ContractLedger.START);
        var end = date(ContractLedger.END);
        if (!has(ContractLedger.TERM) && start.isPresent() && end.isPresent() && end.get().isAfter(start.get())) {
            Period term = Period.between(start.get(), end.get().plusDays(1));
            if (term.getDays() == 0 && FieldValue.Duration.isWithin(term)) {
                add(
                        ContractLedger.TERM,
                        new FieldValue.Duration(term),
                        0.95,
                        new Derivation(
                                new LocalizedText("契約開始日から契約終了日まで", "from start date to end date"),
                                List.of(ContractLedger.START, ContractLedger.END)));
            }
        }
    }

    private void notice() {
        date(ContractLedger.END).ifPresent(end -> {
            LocalDate current = date(ContractLedger.CURRENT_END).orElseGet(() -> roll(end));
            if (current.isAfter(end) && !has(ContractLedger.CURRENT_END)) {
                add(
                        ContractLedger.CURRENT_END,
                        current,
                        0.95,
                        "契約終了日＋自動更新",
                        "end date + renewals",
                        ContractLedger.END,
                        ContractLedger.AUTO_RENEWAL,
                        renewalField());
            }
            deadline(end);
        });
    }

    private void deadline(LocalDate end) {
        var notice = period(ContractLedger.NOTICE_PERIOD);
        if (has(ContractLedger.NOTICE_DEADLINE) || notice.isEmpty()) {
            return;
        }
        LocalDate deadline = date(ContractLedger.CURRENT_END).orElse(end).minus(notice.get());
        if (has(ContractLedger.CURRENT_END)) {
            add(
                    ContractLedger.NOTICE_DEADLINE,
                    deadline,
                    0.95,
                    "更新後の満了日−解約通知期間",
                    "current end after renewals − notice period",
                    ContractLedger.CURRENT_END,
                    ContractLedger.NOTICE_PERIOD);
        } else {
            add(
                    ContractLedger.NOTICE_DEADLINE,
                    deadline,
                    0.95,
                    "契約終了日−解約通知期間",
                    "end date − notice period",
                    ContractLedger.END,
                    ContractLedger.NOTICE_PERIOD);
        }
    }

    /** The end of the period that runs today, for a contract that renews itself. */
    private LocalDate roll(LocalDate end) {
        var step = period(renewalField());
        if (!renews() || step.isEmpty()) {
            return end;
        }
        boolean anniversary = Optional.ofNullable(values.get(ContractLedger.END))
                .flatMap(FieldCandidate::derivation)
                .filter(Deadlines::isAnniversary)
                .isPresent();
        // Counted from the day after, so that ends of months stay ends of months.
        int after = anniversary ? 0 : 1;
        LocalDate current = end;
        for (int times = 1; current.isBefore(today) && times <= MOST_RENEWALS; times++) {
            current = end.plusDays(after).plus(step.get().multipliedBy(times)).minusDays(after);
        }
        return current;
    }

    private boolean renews() {
        return flag(ContractLedger.AUTO_RENEWAL);
    }

    /** Where no renewal period is stated, a contract renews for another term. */
    private String renewalField() {
        return has(ContractLedger.RENEWAL_PERIOD) ? ContractLedger.RENEWAL_PERIOD : ContractLedger.TERM;
    }

    private boolean isIndefinite() {
        return flag(ContractLedger.INDEFINITE);
    }

    private boolean flag(String field) {
        return value(field) instanceof FieldValue.Flag flag && flag.value();
    }

    private boolean has(String field) {
        return values.containsKey(field);
    }

    private Optional<LocalDate> date(String field) {
        return value(field) instanceof FieldValue.Day day ? Optional.of(day.value()) : Optional.empty();
    }

    private Optional<Period> period(String field) {
        return value(field) instanceof FieldValue.Duration duration ? Optional.of(duration.value()) : Optional.empty();
    }

    private @Nullable FieldValue value(String field) {
        FieldCandidate candidate = values.get(field);
        return candidate == null ? null : candidate.value();
    }

    private void add(String field, LocalDate date, double certainty, String ja, String en, String... from) {
        add(field, date, certainty, new Derivation(new LocalizedText(ja, en), List.of(from)));
    }

    /** A day far out of all calendars comes from a misread date: nothing is derived then. */
    private void add(String field, LocalDate date, double certainty, Derivation derivation) {
        if (date.getYear() >= 1 && date.getYear() <= 9999) {
            add(field, new FieldValue.Day(date), certainty, derivation);
        }
    }

    private void add(String field, FieldValue value, double certainty, Derivation derivation) {
        double confidence = certainty;
        for (String source : derivation.fields()) {
            confidence = Math.min(confidence, certainty * Objects.requireNonNull(values.get(source), source).confidence());
        }
        var candidate = new FieldCandidate(field, value, confidence, List.of(), Optional.of(derivation));
        derived.add(candidate);
        values.put(field, candidate);
    }
}
