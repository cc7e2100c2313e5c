package io.fumikura.core.internal.record;

import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.Warning;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What extractors found.
 *
 * @param candidates per field, best first: the first is the value, the others are kept for the user to choose from
 * @param warnings of the reading, e.g. candidates that were dropped
 * @param extractors that took part, with their versions
 * @param missing identities of extractors that were away and will be asked when they come back
 */
public record Extraction(
        Map<String, List<Candidate>> candidates, List<Warning> warnings, List<String> extractors, List<String> missing) {

    public Extraction {
        candidates = Map.copyOf(candidates);
        warnings = List.copyOf(warnings);
        extractors = List.copyOf(extractors);
        missing = List.copyOf(missing);
    }

    /** By extractors that are not named. */
    public Extraction(Map<String, List<Candidate>> candidates, List<Warning> warnings) {
        this(candidates, warnings, List.of(), List.of());
    }

    /** With warnings of earlier steps before its own. */
    public Extraction after(List<Warning> earlier) {
        return new Extraction(candidates, Stream.concat(earlier.stream(), warnings.stream()).toList(), extractors, missing);
    }
}
