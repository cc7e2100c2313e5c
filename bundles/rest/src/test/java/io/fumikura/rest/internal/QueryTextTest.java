package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.PlatformException;
import io.fumikura.document.Ledgers.Condition;
import io.fumikura.document.Ledgers.Operator;
import org.junit.jupiter.api.Test;

class QueryTextTest {

    @Test
    void readsConditions() {
        assertThat(QueryText.condition("end_date:from:2024-01-01"))
                .isEqualTo(new Condition("end_date", Operator.FROM, "2024-01-01", false));
        assertThat(QueryText.condition("!kind:is:nda")).isEqualTo(new Condition("kind", Operator.IS, "nda", true));
        assertThat(QueryText.condition("amount:not-set:"))
                .isEqualTo(new Condition("amount", Operator.NOT_SET, "", false));
        assertThat(QueryText.condition("title:contains:a:b").value()).isEqualTo("a:b");
    }

    @Test
    void refusesWhatIsNoCondition() {
        assertThatThrownBy(() -> QueryText.condition("end_date>2024"))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo("query.invalid"));
        assertThatThrownBy(() -> QueryText.condition("end_date:like:x")).isInstanceOf(PlatformException.class);
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThat(QueryText.limit("200")).isEqualTo(200);
        for (String limit : new String[] {"0", "201", "-1", "x", ""}) {
            assertThatThrownBy(() -> QueryText.limit(limit)).isInstanceOf(PlatformException.class);
        }
    }
}
