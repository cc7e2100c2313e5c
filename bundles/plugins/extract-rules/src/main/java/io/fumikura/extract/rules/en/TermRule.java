package io.fumikura.extract.rules.en;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long the contract lasts: end date, term, whether it has an end at all. An end date that only follows from the term is the
 * anniversary of the first day, as "three years from the Effective Date" is read in English contracts.
 */
final class TermRule implements Rule {

    private static final Derivation START_AND_TERM = new Derivation(
            Derivation.ANNIVERSARY, new LocalizedText("契約開始日＋契約期間(応当日)", "start date + term (anniversary)"), List.of("start_date", "term"));

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        return TermClauses.best(contract)
                .map(clause -> findings(contract, AgreementDates.of(source), clause))
                .orElse(List.of());
    }

    private static List<Finding> findings(Contract contract, AgreementDates dates, TermClause clause) {
        var findings = new ArrayList<Finding>();
        double sure = Math.min(0.9, 0.5 + clause.score() / 15);
        clause.end().ifPresent(date -> findings.add(
                contract.finding("end_date", new FieldValue.Day(date.value()), date.rated(sure * date.confidence()))));
        // A term that runs from a day left open would be taken to run from the day of the agreement.
        boolean startOpen = clause.start().isEmpty() && dates.isStartOpen();
        clause.term().filter(term -> !startOpen).ifPresent(term -> {
            findings.add(contract.finding("term", new FieldValue.Duration(term.value()), term.rated(sure)));
            end(dates, clause, term.value()).ifPresent(end -> findings.add(
                    contract.derived("end_date", new FieldValue.Day(end), term.rated(sure * 0.8), START_AND_TERM)));
        });
        clause.indefinite().ifPresent(flag -> findings.add(
                contract.finding("indefinite_term", new FieldValue.Flag(true), flag.rated(sure * flag.confidence()))));
        return findings;
    }

    private static Optional<LocalDate> end(AgreementDates dates, TermClause clause, Period term) {
        return clause.start().or(dates::start).map(start -> start.value().plus(term));
    }
}
