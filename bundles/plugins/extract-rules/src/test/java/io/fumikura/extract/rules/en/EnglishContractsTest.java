package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.extract.rules.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole contracts, written for this test. */
class EnglishContractsTest {

    private static final List<String> FIELDS = List.of(
            "title", "parties", "conclusion_date", "start_date", "end_date", "term", "indefinite_term", "auto_renewal", "renewal_period", "notice_period");

    private static final String SUPPLY = """
            EXHIBIT 10.1

                    MASTER SUPPLY AGREEMENT

            This Master Supply Agreement (this “Agreement”) is made and entered
            into as of the 12th day of May, 2016 (the “Effective Date”), by and between Northwind
            Valves, Inc., a Delaware corporation with its principal place of business at 4 Mill Road,
            Springfield, Ohio 45501 (“Supplier”), and Blue Harbor Pumps LLC, an Oregon limited liability company (“Buyer”).

            WHEREAS, Supplier makes valves; NOW, THEREFORE, the parties agree as follows:

            1. Term. This Agreement shall commence on the Effective Date and continue for an initial term of
            three (3) years. Thereafter, this Agreement shall automatically renew for successive
            one (1) year terms unless either party gives written notice of non-renewal at least ninety
            (90) days prior to the end of the then-current term.
            2. Payment. Invoices are due within thirty (30) days. Records are kept for five (5) years.
            """;

    private static Reading read(String text) {
        return Reading.of(EnglishContracts.RULES, FIELDS, text);
    }

    @Test
    void readsASupplyAgreement() {
        Reading reading = read(SUPPLY);
        assertThat(reading.value("title")).isEqualTo("MASTER SUPPLY AGREEMENT");
        assertThat(reading.value("parties")).contains("Northwind Valves, Inc.").contains("Blue Harbor Pumps LLC");
        assertThat(reading.value("conclusion_date")).isEqualTo("2016-05-12");
        assertThat(reading.value("start_date")).isEqualTo("2016-05-12");
        assertThat(reading.value("term")).isEqualTo("P3Y");
        assertThat(reading.value("end_date")).isEqualTo("2019-05-12");
        assertThat(reading.value("auto_renewal")).isEqualTo("true");
        assertThat(reading.value("renewal_period")).isEqualTo("P1Y");
        assertThat(reading.value("notice_period")).isEqualTo("P90D");
    }

    @Test
    void everyValueShowsWhereItStands() {
        Reading reading = read(SUPPLY);
        for (String field : FIELDS) {
            reading.best(field).ifPresent(candidate -> assertThat(candidate.evidence()).as(field).isNotEmpty());
        }
        assertThat(reading.best("end_date").orElseThrow().derivation()).isPresent();
        assertThat(reading.best("end_date").orElseThrow().evidence().get(0).text()).isEqualTo("three (3) years");
    }

    @Test
    void leavesAFormEmpty() {
        Reading reading = read("""
                SERVICES AGREEMENT
                This Services Agreement is made as of the ___ day of __________, 20__ by and between ____________ (“Client”) and [●] (“Contractor”).
                1. Term. This Agreement shall continue for a period of [***] years from the Effective Date.
                """);
        assertThat(reading.value("title")).isEqualTo("SERVICES AGREEMENT");
        for (String field : FIELDS.subList(1, FIELDS.size())) {
            assertThat(reading.value(field)).as(field).isNull();
        }
    }
}
