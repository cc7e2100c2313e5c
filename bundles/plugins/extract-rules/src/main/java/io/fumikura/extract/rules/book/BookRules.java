package io.fumikura.extract.rules.book;

import io.fumikura.extract.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/** The rules for books. */
public final class BookRules {

    /** For documents in any language: their labels are few words. */
    public static final RuleSet RULES = new RuleSet(
            "books",
            Optional.empty(),
            List.of(
                    new HeadingRule(),
                    new SumRule(),
                    new RateRule(),
                    new DateRule(),
                    new NumberRule(),
                    new RegistrationNumberRule(),
                    new PartiesRule()));

    private BookRules() {}
}
