package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.List;

/** Conclusion date (契約締結日). */
final class ConclusionDateRule implements Rule {

    @Override
    public List<Finding> find(Source source) {
        return ConclusionDate.find(source).stream()
                .map(found -> Finding.of(
                        "conclusion_date", new FieldValue.Day(found.date()), found.start(), found.end(), found.confidence()))
                .toList();
    }
}
