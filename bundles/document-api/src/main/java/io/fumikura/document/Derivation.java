package io.fumikura.document;

import java.util.List;

/**
 * How a value was derived from others (導出).
 *
 * @param code what was done, for programs: stable, e.g. {@link #ANNIVERSARY}; empty where nobody has to tell it from other ways
 * @param rule what was done, for people, e.g. 契約開始日＋契約期間 / start date + term
 * @param fields ids of the fields it was derived from, in order of the steps
 */
public record Derivation(String code, LocalizedText rule, List<String> fields) {

    /** A term that ends on the anniversary of its first day, as in English contracts, not on the day before. */
    public static final String ANNIVERSARY = "term.anniversary";

    /** A way that has no code. */
    public Derivation(LocalizedText rule, List<String> fields) {
        this("", rule, fields);
    }

    public Derivation {
        fields = List.copyOf(fields);
    }
}
