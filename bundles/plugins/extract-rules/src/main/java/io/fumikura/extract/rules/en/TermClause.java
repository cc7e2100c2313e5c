package io.fumikura.extract.rules.en;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * What one sentence tells about how long the contract lasts. At most one of date, term and anniversary is there.
 *
 * @param score how surely the sentence speaks of the contract's own term
 * @param end a day in words
 * @param term a duration
 * @param indefinite whether it lasts until somebody ends it
 * @param start a day in words from which the term is counted, where the sentence has one
 */
record TermClause(
        double score,
        Optional<Found<LocalDate>> end,
        Optional<Found<Period>> term,
        Optional<Found<Boolean>> indefinite,
        Optional<Found<LocalDate>> start) {

    boolean isEmpty() {
        return end.isEmpty() && term.isEmpty() && indefinite.isEmpty();
    }
}
