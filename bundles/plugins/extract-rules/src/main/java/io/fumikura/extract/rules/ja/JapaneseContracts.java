package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Language;
import io.fumikura.extract.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/** The rules for contracts in Japanese. */
public final class JapaneseContracts {

    public static final RuleSet RULES = new RuleSet(
            "contracts",
            Optional.of(Language.JAPANESE),
            List.of(
                    new TitleRule(),
                    new PartiesRule(),
                    new ConclusionDateRule(),
                    new TermRule(),
                    new DateLabelRule(),
                    new IndefiniteTermRule(),
                    new RenewalRule(),
                    new AmountRule(),
                    new CourtRule()));

    private JapaneseContracts() {}
}
