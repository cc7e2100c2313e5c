package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.extract.rules.ReferenceScorer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The level that rules must reach on the texts of contracts-en, judged by the reference scorer. */
class ContractsEnLevelTest {

    private static final Map<String, Double> LEVELS = Map.of(
            "document_name(relaxed J>=0.5)", 0.80,
            "parties(micro)", 0.70,
            "agreement_date", 0.85,
            "effective_date", 0.70,
            "expiration_date", 0.55,
            "renewal_term(strict)", 0.60,
            "notice_period(strict)", 0.60);

    /** Fields that stay empty where the contract does not tell them or has them blacked out. */
    private static final List<String> RARELY_FILLED = List.of(
            "agreement_date",
            "agreement_date(redacted: must stay empty)",
            "effective_date",
            "effective_date(redacted: must stay empty)",
            "expiration_date",
            "expiration_date(redacted: must stay empty)",
            "renewal_term(strict)",
            "notice_period(strict)");

    @Test
    void reachesTheFirstLevelOnContractsEn(@TempDir Path folder) throws Exception {
        ReferenceScorer scores = ContractsEnLevels.score(ReferenceScorer.data("contracts-en"), folder);
        LEVELS.forEach((field, level) -> assertThat(scores.f1(field)).as("F1 of %s in%n%s", field, scores).isGreaterThanOrEqualTo(level));
        RARELY_FILLED.forEach(field ->
                assertThat(scores.falseFills(field)).as("false fills of %s in%n%s", field, scores).isLessThanOrEqualTo(0.1));
    }
}
