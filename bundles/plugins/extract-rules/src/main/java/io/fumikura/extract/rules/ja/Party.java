package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Span;

/** A party: its role (甲, 乙, 委託者 …), name and place. */
record Party(String role, String name, Span place) {

    static Party of(String role, Names.Part part) {
        return new Party(role, part.text(), new Span(part.start(), part.end()));
    }

    /** For telling whether two spellings are one name. */
    String key() {
        return name.replaceAll("[\\s・.,]", "");
    }
}
