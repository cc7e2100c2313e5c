package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;

/** Whether the contract renews itself, for how long, and how long before its end one must give notice. */
final class RenewalRule implements Rule {

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        var term = TermClauses.best(contract).flatMap(TermClause::term);
        var findings = new ArrayList<Finding>();
        Renewals.best(contract, term).ifPresent(renewal -> {
            findings.add(contract.finding("auto_renewal", new FieldValue.Flag(renewal.automatic().value()), renewal.automatic()));
            renewal.period().ifPresent(period -> findings.add(contract.finding("renewal_period", new FieldValue.Duration(period.value()), period)));
            renewal.notice().ifPresent(notice -> findings.add(contract.finding("notice_period", new FieldValue.Duration(notice.value()), notice)));
        });
        return findings;
    }
}
