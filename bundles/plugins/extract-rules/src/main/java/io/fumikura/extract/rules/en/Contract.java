package io.fumikura.extract.rules.en;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the English rules share of a document: its prose, its opening sentence, its dates. */
final class Contract {

    private final Prose prose;
    private final Opening opening;
    private final List<Found<LocalDate>> dates;

    private Contract(String folded) {
        prose = Prose.of(folded);
        opening = Opening.of(prose);
        dates = EnglishDates.in(prose.text());
    }

    static Contract of(Source source) {
        return source.view(Contract.class, made -> make(made.text()));
    }

    /** @param folded as of {@code DocumentText.folded()} */
    static Contract make(String folded) {
        return new Contract(folded);
    }

    Prose prose() {
        return prose;
    }

    String text() {
        return prose.text();
    }

    Opening opening() {
        return opening;
    }

    /** All whole dates, in order. */
    List<Found<LocalDate>> dates() {
        return dates;
    }

    List<Found<LocalDate>> dates(int from, int to) {
        return dates.stream().filter(date -> date.start() >= from && date.end() <= to).toList();
    }

    Finding finding(String field, FieldValue value, Found<?> found) {
        return new Finding(field, value, List.of(span(found)), found.confidence());
    }

    Finding derived(String field, FieldValue value, Found<?> found, Derivation derivation) {
        return new Finding(field, value, List.of(span(found)), found.confidence(), Optional.of(derivation));
    }

    Span span(Found<?> found) {
        return new Span(prose.origin(found.start()), prose.originEnd(found.end()));
    }
}
