package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.List;

/** The parties: those of the opening sentence, else of labels ("Party A: …"), else of the signatures. */
final class PartiesRule implements Rule {

    @Override
    public List<Finding> find(Source source) {
        Contract contract = Contract.of(source);
        List<Found<String>> names = PartySources.best(contract);
        if (names.isEmpty()) {
            return List.of();
        }
        double confidence = names.stream().mapToDouble(Found::confidence).average().orElse(0.5) * (names.size() == 1 ? 0.8 : 1);
        return List.of(new Finding(
                "parties",
                new FieldValue.Texts(names.stream().map(Found::value).toList()),
                names.stream().map(contract::span).toList(),
                confidence));
    }
}
