package io.fumikura.core.internal.record;

import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.Warning;
import java.util.List;
import java.util.Map;

/**
 * What extractors found.
 *
 * @param candidates per field, best first: the first is the value, the others are kept for the user to choose from
 * @param warnings of the reading, e.g. candidates that were dropped
 */
public record Extraction(Map<String, List<Candidate>> candidates, List<Warning> warnings) {

    public Extraction {
        candidates = Map.copyOf(candidates);
        warnings = List.copyOf(warnings);
    }
}
