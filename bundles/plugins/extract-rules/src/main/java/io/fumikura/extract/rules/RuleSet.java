package io.fumikura.extract.rules;

import java.util.List;
import java.util.Optional;

/**
 * The rules for the documents of a ledger.
 *
 * @param ledger id of the ledger
 * @param language the main language of the documents; empty: all
 * @param rules run in order; each sees the whole document
 */
public record RuleSet(String ledger, Optional<Language> language, List<Rule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** Whether the rules are meant for a document, and the plan allows their language. */
    public boolean suits(Source source) {
        return ledger.equals(source.request().ledger())
                && language.map(wanted -> wanted == source.language() && source.allows(wanted))
                        .orElse(true);
    }
}
