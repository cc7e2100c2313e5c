package io.fumikura.type.contract;

import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a contract that can't all be right. */
final class Contradictions {

    private final Map<String, FieldValue> values;
    private final List<Warning> warnings = new ArrayList<>();

    private Contradictions(Map<String, FieldValue> values) {
        this.values = values;
    }

    static List<Warning> find(Map<String, FieldValue> values) {
        var contradictions = new Contradictions(values);
        contradictions.dates();
        contradictions.terms();
        contradictions.parties();
        return List.copyOf(contradictions.warnings);
    }

    private void dates() {
        if (isBefore(ContractLedger.END, ContractLedger.START)) {
            warn(
                    "contract.end-before-start",
                    "契約終了日が契約開始日より前です。",
                    "The end date is before the start date.",
                    ContractLedger.START,
                    ContractLedger.END);
        }
        if (isBefore(ContractLedger.END, ContractLedger.CONCLUSION)) {
            warn(
                    "contract.end-before-conclusion",
                    "契約終了日が契約締結日より前です。",
                    "The end date is before the conclusion date.",
                    ContractLedger.CONCLUSION,
                    ContractLedger.END);
        }
        if (!is(ContractLedger.AUTO_RENEWAL) && isBefore(ContractLedger.END, ContractLedger.NOTICE_DEADLINE)) {
            warn(
                    "contract.deadline-after-end",
                    "解約通知期限が契約終了日より後です。",
                    "The cancellation-notice deadline is after the end date.",
                    ContractLedger.NOTICE_DEADLINE,
                    ContractLedger.END);
        }
    }

    private void terms() {
        if (is(ContractLedger.INDEFINITE) && values.containsKey(ContractLedger.END)) {
            warn(
                    "contract.indefinite-with-end",
                    "期間の定めのない契約に契約終了日があります。",
                    "A contract of indefinite term has an end date.",
                    ContractLedger.INDEFINITE,
                    ContractLedger.END);
        }
        if (values.get(ContractLedger.AUTO_RENEWAL) instanceof FieldValue.Flag flag
                && !flag.value()
                && values.containsKey(ContractLedger.RENEWAL_PERIOD)) {
            warn(
                    "contract.renewal-period-without-renewal",
                    "自動更新しない契約に更新期間があります。",
                    "A contract without automatic renewal has a renewal period.",
                    ContractLedger.AUTO_RENEWAL,
                    ContractLedger.RENEWAL_PERIOD);
        }
        var notice = months(ContractLedger.NOTICE_PERIOD);
        var term = months(ContractLedger.TERM);
        if (notice.isPresent() && term.isPresent() && notice.get() > term.get()) {
            warn(
                    "contract.notice-longer-than-term",
                    "解約通知期間が契約期間より長くなっています。",
                    "The notice period is longer than the term.",
                    ContractLedger.NOTICE_PERIOD,
                    ContractLedger.TERM);
        }
    }

    private void parties() {
        if (values.get(ContractLedger.PARTIES) instanceof FieldValue.Texts parties
                && parties.values().size() == 1) {
            warn(
                    "contract.single-party",
                    "契約当事者が1者だけです。",
                    "Only one party is given.",
                    ContractLedger.PARTIES);
        }
    }

    private boolean isBefore(String first, String second) {
        var a = date(first);
        var b = date(second);
        return a.isPresent() && b.isPresent() && a.get().isBefore(b.get());
    }

    private Optional<LocalDate> date(String field) {
        return values.get(field) instanceof FieldValue.Day day ? Optional.of(day.value()) : Optional.empty();
    }

    private Optional<Double> months(String field) {
        return values.get(field) instanceof FieldValue.Duration duration
                ? Optional.of(duration.value().toTotalMonths() + duration.value().getDays() / 30.4)
                : Optional.empty();
    }

    private boolean is(String field) {
        return values.get(field) instanceof FieldValue.Flag flag && flag.value();
    }

    private void warn(String code, String ja, String en, String... fields) {
        warnings.add(new Warning(code, new LocalizedText(ja, en), List.of(fields)));
    }
}
