package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.extract.rules.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Term, renewal and notice, each from one sentence. */
class EnglishTermsTest {

    private static final List<String> FIELDS = List.of(
            "start_date", "end_date", "term", "indefinite_term", "auto_renewal", "renewal_period", "notice_period");

    private static Reading read(String clause) {
        return Reading.of(EnglishContracts.RULES, FIELDS, """
                SERVICES AGREEMENT
                This Services Agreement (the "Agreement") is entered into as of March 1, 2020 (the "Effective Date") by and between
                Larch Analytics, Inc., a Nevada corporation ("Provider"), and Oakfield Foods Ltd. ("Client").
                WHEREAS, Client wishes to be served;
                9. TERM AND TERMINATION
                """ + clause + """

                10. Notices. Notices take effect five (5) days after they were sent. Provider keeps records for seven (7) years.
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This Agreement shall commence on the Effective Date and shall continue for a period of two (2) years. | 2022-03-01
            The term of this Agreement is eighteen (18) months from the Effective Date. | 2021-09-01
            This Agreement becomes effective on the Effective Date and continues until the five (5) year anniversary of the Effective Date. | 2025-03-01
            The initial term of this Agreement ends on the third anniversary of the Effective Date. | 2023-03-01
            The Term shall begin on the date hereof and shall expire December 31, 2023, subject to early termination. | 2023-12-31
            This Agreement shall remain in effect until the last day of February, 2022. | 2022-02-28
            This Agreement will be in effect until the end of 2024. | 2024-12-31
            "Term" means the period commencing April 1, 2020 and ending March 31, 2021. | 2021-03-31
            This Agreement shall commence on June 1, 2020 and continue for one (1) year thereafter. | 2021-06-01
            """)
    void tellsTheDayOnWhichAContractEnds(String clause, String end) {
        assertThat(read(clause).value("end_date")).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This Agreement shall continue indefinitely unless terminated as provided below.",
                "This Agreement shall commence on the Effective Date and shall continue in full force and effect until terminated by either party.",
                "This Agreement is perpetual."
            })
    void tellsAContractWithoutAnEnd(String clause) {
        Reading reading = read(clause);
        assertThat(reading.value("end_date")).isNull();
        assertThat(reading.value("indefinite_term")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This Agreement shall continue for a period of [***] years from the Effective Date.",
                "This Agreement shall continue for ____ years and shall expire on ____________.",
                "The obligations of confidentiality shall survive for a period of five (5) years after termination of this Agreement."
            })
    void readsNoEndFromBlanksAndFromOtherPeriods(String clause) {
        Reading reading = read(clause);
        assertThat(reading.value("end_date")).isNull();
        assertThat(reading.value("term")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This Agreement has a term of three (3) years and shall automatically renew for successive one (1) year terms unless either party gives notice of non-renewal at least sixty (60) days prior to the end of the term. | true | P1Y | P60D
            After two years this Agreement shall be renewed from year to year unless a party notifies the other not less than three months before the end of a year. | true | P1Y | P3M
            This Agreement will extend automatically for monthly periods unless either party notifies the other party thirty (30) days before the expiration of the then current term. | true | P1M | P30D
            Client shall have the option to renew this Agreement for an additional term of five (5) years. | false | P5Y |
            """)
    void tellsHowAContractIsRenewed(String clause, String automatic, String period, String notice) {
        Reading reading = read(clause);
        assertThat(reading.value("auto_renewal")).isEqualTo(automatic);
        assertThat(reading.value("renewal_period")).isEqualTo(period);
        assertThat(reading.value("notice_period")).isEqualTo(notice);
    }

    @Test
    void tellsNoRenewalWhereThePartiesMayOnlyAgreeOnOne() {
        Reading reading = read("This Agreement ends on May 31, 2021 and may be extended by mutual agreement of the parties.");
        assertThat(reading.value("auto_renewal")).isNull();
        assertThat(reading.value("renewal_period")).isNull();
    }
}
