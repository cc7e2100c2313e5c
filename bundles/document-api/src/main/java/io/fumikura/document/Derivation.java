package io.fumikura.document;

import java.util.List;

/**
 * How a value was derived from others (導出).
 *
 * @param rule what was done, for people, e.g. 契約開始日＋契約期間 / start date + term
 * @param fields ids of the fields it was derived from, in order of the steps
 */
public record Derivation(LocalizedText rule, List<String> fields) {

    public Derivation {
        fields = List.copyOf(fields);
    }
}
