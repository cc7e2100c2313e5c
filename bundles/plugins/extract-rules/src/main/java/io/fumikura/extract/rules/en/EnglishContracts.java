package io.fumikura.extract.rules.en;

import io.fumikura.extract.rules.Language;
import io.fumikura.extract.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/** The rules for English contracts. */
public final class EnglishContracts {

    public static final RuleSet RULES = new RuleSet(
            "contracts",
            Optional.of(Language.ENGLISH),
            List.of(new TitleRule(), new PartiesRule(), new DatesRule(), new TermRule(), new RenewalRule(), new AmountRule(), new CourtRule()));

    private EnglishContracts() {}
}
