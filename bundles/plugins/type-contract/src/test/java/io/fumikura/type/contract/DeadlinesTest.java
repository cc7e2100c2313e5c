package io.fumikura.type.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final Map<String, FieldCandidate> values = new HashMap<>();

    @Test
    void aYearFromTheFirstOfAprilEndsOnTheLastOfMarch() {
        day("start_date", "2024-04-01");
        period("term", "P1Y");
        assertThat(derived("end_date")).contains("2025-03-31");
    }

    @Test
    void aTermWithoutStartRunsFromTheConclusion() {
        day("conclusion_date", "2026-07-13");
        period("term", "P3Y");
        assertThat(derived("start_date")).contains("2026-07-13");
        assertThat(derived("end_date")).contains("2029-07-12");
    }

    @Test
    void neverReplacesADateThatWasRead() {
        day("start_date", "2024-04-01");
        day("end_date", "2024-12-31");
        period("term", "P1Y");
        assertThat(derived("end_date")).isEmpty();
    }

    @Test
    void anIndefiniteTermHasNoEnd() {
        day("start_date", "2024-04-01");
        period("term", "P1Y");
        flag("indefinite_term", true);
        assertThat(derived("end_date")).isEmpty();
    }

    @Test
    void tellsTheTermFromStartAndEnd() {
        day("start_date", "2024-04-01");
        day("end_date", "2024-09-30");
        assertThat(derived("term")).contains("P6M");
    }

    @Test
    void tellsNoTermThatIsNotWholeMonths() {
        day("start_date", "2024-04-10");
        day("end_date", "2024-09-30");
        assertThat(derived("term")).isEmpty();
    }

    @Test
    void theNoticeDeadlineLiesItsPeriodBeforeTheEnd() {
        day("end_date", "2027-03-31");
        period("notice_period", "P3M");
        assertThat(derived("notice_deadline")).contains("2026-12-31");
        assertThat(derived("current_end_date")).isEmpty();
    }

    @Test
    void rollsTheDeadlineOfARenewingContractToThePeriodThatRuns() {
        day("end_date", "2023-03-31");
        flag("auto_renewal", true);
        period("renewal_period", "P1Y");
        period("notice_period", "P1M");
        assertThat(derived("current_end_date")).contains("2027-03-31");
        assertThat(derived("notice_deadline")).contains("2027-02-28");
    }

    @Test
    void renewsForAnotherTermWhereNoRenewalPeriodIsStated() {
        day("start_date", "2024-10-01");
        day("end_date", "2025-09-30");
        flag("auto_renewal", true);
        assertThat(derived("current_end_date")).contains("2027-09-30");
    }

    @Test
    void endsOfMonthsStayEndsOfMonths() {
        day("end_date", "2025-02-28");
        flag("auto_renewal", true);
        period("renewal_period", "P6M");
        assertThat(derived("current_end_date")).contains("2027-02-28");
        values.clear();
        day("end_date", "2026-02-28");
        flag("auto_renewal", true);
        period("renewal_period", "P6M");
        assertThat(Deadlines.derive(values, Map.of(), LocalDate.of(2026, 3, 1)).get(0).value())
                .isEqualTo(new FieldValue.Day(LocalDate.of(2026, 8, 31)));
    }

    @Test
    void aContractWithoutRenewalIsNotRolled() {
        day("end_date", "2023-03-31");
        flag("auto_renewal", false);
        period("renewal_period", "P1Y");
        period("notice_period", "P1M");
        assertThat(derived("notice_deadline")).contains("2023-02-28");
    }

    @Test
    void aContractThatWasReadToEndOnItsAnniversaryKeepsToThat() {
        day("start_date", "2024-04-01");
        period("term", "P2Y");
        var earlier = Map.of("end_date", new Derivation(Derivation.ANNIVERSARY, new LocalizedText("応当日", "any words"), List.of("start_date", "term")));
        FieldCandidate end = Deadlines.derive(values, earlier, TODAY).get(0);
        assertThat(end.value()).isEqualTo(new FieldValue.Day(LocalDate.of(2026, 4, 1)));
        assertThat(end.derivation()).contains(earlier.get("end_date"));
    }

    @Test
    void anniversariesAreRenewedToAnniversaries() {
        day("start_date", "2023-02-28");
        period("term", "P1Y");
        flag("auto_renewal", true);
        var earlier = Map.of("end_date", new Derivation(Derivation.ANNIVERSARY, new LocalizedText("応当日", "any words"), List.of("start_date", "term")));
        assertThat(Deadlines.derive(values, earlier, TODAY))
                .filteredOn(candidate -> candidate.field().equals("current_end_date"))
                .extracting(FieldCandidate::value)
                .containsExactly(new FieldValue.Day(LocalDate.of(2027, 2, 28)));
    }

    @Test
    void aStartOnTheDayOfTheConclusionFollowsIt() {
        day("conclusion_date", "2026-07-13");
        var earlier = Map.of("start_date", derivation("same as the agreement date", "conclusion_date"));
        assertThat(Deadlines.derive(values, earlier, TODAY)).extracting(FieldCandidate::value)
                .containsExactly(new FieldValue.Day(LocalDate.of(2026, 7, 13)));
    }

    private static Derivation derivation(String rule, String... fields) {
        return new Derivation(new LocalizedText(rule, rule), List.of(fields));
    }

    @Test
    void namesWhatADateWasDerivedFrom() {
        day("start_date", "2024-04-01");
        period("term", "P1Y");
        FieldCandidate end = Deadlines.derive(values, Map.of(), TODAY).get(0);
        assertThat(end.derivation().orElseThrow().fields()).containsExactly("start_date", "term");
        assertThat(end.confidence()).isLessThan(1);
    }

    private Optional<String> derived(String field) {
        return Deadlines.derive(values, Map.of(), TODAY).stream()
                .filter(candidate -> candidate.field().equals(field))
                .map(candidate -> candidate.value() instanceof FieldValue.Day day
                        ? day.value().toString()
                        : ((FieldValue.Duration) candidate.value()).value().toString())
                .findFirst();
    }

    private void day(String field, String date) {
        put(field, new FieldValue.Day(LocalDate.parse(date)));
    }

    private void period(String field, String period) {
        put(field, new FieldValue.Duration(Period.parse(period)));
    }

    private void flag(String field, boolean value) {
        put(field, new FieldValue.Flag(value));
    }

    private void put(String field, FieldValue value) {
        values.put(field, new FieldCandidate(field, value, 1, List.of(), Optional.empty()));
    }
}
