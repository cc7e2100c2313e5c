package io.fumikura.extract.rules.en;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;

/** The day of the agreement and the day from which it has effect; the latter is the former where the contract does not tell. */
final class DatesRule implements Rule {

    private static final Derivation SAME_DAY =
            new Derivation(new LocalizedText("契約締結日と同日", "same as the agreement date"), List.of("conclusion_date"));

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        AgreementDates dates = AgreementDates.of(source);
        var findings = new ArrayList<Finding>();
        dates.agreement().forEach(date -> findings.add(contract.finding("conclusion_date", new FieldValue.Day(date.value()), date)));
        dates.effective().forEach(date -> findings.add(contract.finding("start_date", new FieldValue.Day(date.value()), date)));
        dates.sameDay().ifPresent(date -> findings.add(contract.derived("start_date", new FieldValue.Day(date.value()), date, SAME_DAY)));
        return findings;
    }
}
