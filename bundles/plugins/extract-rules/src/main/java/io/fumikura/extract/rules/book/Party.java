package io.fumikura.extract.rules.book;

import java.util.Collection;

/**
 * A seller or buyer read from a document.
 *
 * @param score 0…1
 */
record Party(String name, int start, int end, double score) {

    boolean isOneOf(Collection<String> names) {
        String plain = NameWords.plain(name);
        return names.stream().map(NameWords::plain).anyMatch(own -> !own.isEmpty() && own.equals(plain));
    }

    Party scored(double other) {
        return new Party(name, start, end, Math.max(0, Math.min(1, other)));
    }
}
