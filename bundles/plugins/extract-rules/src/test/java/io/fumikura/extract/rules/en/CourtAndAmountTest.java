package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.extract.rules.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourtAndAmountTest {

    private static @Nullable String read(String field, String text) {
        return Reading.of(EnglishContracts.RULES, List.of(field), text).value(field);
    }

    @Test
    void findsTheCourtOfJurisdiction() {
        assertThat(read("governing_court", "The parties submit to the exclusive jurisdiction of the state and federal courts located in Travis County, Texas, for any dispute."))
                .isEqualTo("state and federal courts located in Travis County, Texas");
        assertThat(read("governing_court", "Disputes shall be brought exclusively in the Tokyo District Court of Japan.")).isEqualTo("Tokyo District Court of Japan");
    }

    @Test
    void takesNoCourtThatIsOnlyMentioned() {
        assertThat(read("governing_court", "Information may be disclosed by order of a court of Delaware.")).isNull();
    }

    @Test
    void findsTheContractPrice() {
        assertThat(read("amount", "The total fee for the Services is $12,500.00.")).isEqualTo("12500.00");
        assertThat(read("amount", "Buyer shall pay an aggregate purchase price of US$3.5 million at closing.")).isEqualTo("3500000");
    }

    @Test
    void takesNoRateCapOrParValueForThePrice() {
        assertThat(read("amount", "The total fee is $150 per hour. Liability shall not exceed $1,000,000. Common stock, $0.01 par value.")).isNull();
    }
}
