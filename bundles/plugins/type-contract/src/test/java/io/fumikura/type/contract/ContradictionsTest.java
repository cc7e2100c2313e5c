package io.fumikura.type.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.FieldValue;
import io.fumikura.document.Warning;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    @Test
    void warnsOfAnEndBeforeTheStart() {
        assertThat(codes(Map.of("start_date", day("2024-04-01"), "end_date", day("2023-03-31")))).contains("contract.end-before-start");
        assertThat(codes(Map.of("start_date", day("2024-04-01"), "end_date", day("2025-03-31")))).isEmpty();
    }

    @Test
    void warnsOfANoticeDeadlineAfterTheEndUnlessItWasRolled() {
        var late = Map.<String, FieldValue>of("end_date", day("2023-03-31"), "notice_deadline", day("2027-02-28"));
        assertThat(codes(late)).contains("contract.deadline-after-end");
        assertThat(codes(Map.of(
                        "end_date", day("2023-03-31"), "notice_deadline", day("2027-02-28"), "auto_renewal", new FieldValue.Flag(true))))
                .isEmpty();
    }

    @Test
    void warnsOfAnEndOfAContractWithoutFixedTerm() {
        assertThat(codes(Map.of("indefinite_term", new FieldValue.Flag(true), "end_date", day("2025-03-31"))))
                .contains("contract.indefinite-with-end");
    }

    @Test
    void warnsOfARenewalPeriodWithoutRenewal() {
        assertThat(codes(Map.of(
                        "auto_renewal", new FieldValue.Flag(false), "renewal_period", new FieldValue.Duration(Period.ofYears(1)))))
                .contains("contract.renewal-period-without-renewal");
    }

    @Test
    void warnsOfANoticeLongerThanTheTerm() {
        assertThat(codes(Map.of(
                        "term", new FieldValue.Duration(Period.ofMonths(3)), "notice_period", new FieldValue.Duration(Period.ofYears(3)))))
                .contains("contract.notice-longer-than-term");
    }

    @Test
    void warnsOfASingleParty() {
        assertThat(codes(Map.of("parties", new FieldValue.Texts(List.of("森田物産株式会社"))))).contains("contract.single-party");
    }

    private static List<String> codes(Map<String, FieldValue> values) {
        return Contradictions.find(values).stream().map(Warning::code).toList();
    }

    private static FieldValue day(String date) {
        return new FieldValue.Day(LocalDate.parse(date));
    }
}
