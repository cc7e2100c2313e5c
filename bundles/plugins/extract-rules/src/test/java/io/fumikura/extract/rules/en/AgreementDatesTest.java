package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.extract.rules.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dates are the day of the agreement or of effect, and which are those of something else. */
class AgreementDatesTest {

    private static final List<String> FIELDS = List.of("conclusion_date", "start_date", "end_date", "term");

    private static final String PARTIES = "Larch Analytics, Inc., a Nevada corporation (\"Provider\"), and Oakfield Foods Ltd. (\"Client\")";

    private static Reading read(String opening, String clauses) {
        return Reading.of(EnglishContracts.RULES, FIELDS, "SERVICES AGREEMENT\n" + opening.replace("PARTIES", PARTIES)
                + "\nWHEREAS, Client wishes to be served;\n" + clauses + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "This Services Agreement (the \"Agreement\") is made effective as of May 2, 2015 (the \"Effective Date\") by and between PARTIES.|2015-05-02",
        "This Services Agreement (the \"Agreement\") is made, entered into and effective as of May 2, 2015 by and between PARTIES.|2015-05-02",
        "This Services Agreement (the \"Agreement\"), effective as of May 2, 2015, is made by and between PARTIES.|2015-05-02",
        "This Services Agreement (the \"Agreement\"), effective as of May 2, 2015 (the \"Effective Date\"), is made by and between PARTIES.|",
        "This Services Agreement (the \"Agreement\") is made by and between PARTIES effective May 2, 2015 (\"Effective Date\").|",
        "This Services Agreement (the \"Agreement\") is entered into by and between PARTIES. This Agreement is effective as of May 2, 2015 (the \"Effective Date\") and shall terminate on May 1, 2019.|"
    })
    void theDayOfEffectAloneIsNoDayOfTheAgreement(String opening, String agreement) {
        Reading reading = read(opening, "1. Services. Provider serves Client.");
        assertThat(reading.value("conclusion_date")).isEqualTo(agreement);
        assertThat(reading.value("start_date")).isEqualTo("2015-05-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "is made as of May 2, 2015 and takes effect on June 1, 2015 by and between PARTIES.|1. Services. Provider serves Client.",
        "is made as of May 2, 2015 by and between PARTIES.|1. Start. This Agreement takes effect on June 1, 2015.",
        "is made as of May 2, 2015 by and between PARTIES.|1. Start. This Agreement shall come into force and effect on June 1, 2015. It ends by notice.",
        "is made as of May 2, 2015 by and between PARTIES.|1. Start. Once signed, it takes effect from June 1, 2015."
    })
    void theDayOnWhichItTakesEffectIsNotThatOnWhichItIsMade(String opening, String clause) {
        Reading reading = read("This Services Agreement (the \"Agreement\") " + opening, clause);
        assertThat(reading.value("conclusion_date")).isEqualTo("2015-05-02");
        assertThat(reading.value("start_date")).isEqualTo("2015-06-01");
    }

    @Test
    void aStartLeftOpenIsNotTheDayOfTheAgreement() {
        Reading reading = read(
                "This Services Agreement (the \"Agreement\") is made as of May 2, 2015 by and between PARTIES.",
                "1. Effective Date. The Effective Date will be on or about ____________.\n"
                        + "2. Term. The term of this Agreement shall begin on the Effective Date and shall continue for a period of five (5) years.");
        assertThat(reading.value("conclusion_date")).isEqualTo("2015-05-02");
        assertThat(reading.value("start_date")).isNull();
        assertThat(reading.value("end_date")).isNull();
        assertThat(reading.value("term")).as("else the end would be derived from the day of the agreement").isNull();
    }

    @Test
    void aStartToldElsewhereCountsAlthoughAFormLeavesItOpen() {
        Reading reading = read(
                "This Services Agreement (the \"Agreement\") is made as of May 2, 2015 (the \"Effective Date\") by and between PARTIES.",
                "1. Term. This Agreement shall continue for a period of five (5) years.\nExhibit A. Effective Date: __________");
        assertThat(reading.value("start_date")).isEqualTo("2015-05-02");
        assertThat(reading.value("end_date")).isEqualTo("2020-05-02");
    }

    @Test
    void anEventBesideABlankDateIsNoDayOfTheAgreement() {
        Reading reading = read(
                "This Services Agreement (the \"Agreement\"), dated as of [●], 2015, is between PARTIES."
                        + " Effective February 4, 2015 (the \"Commencement Date\"), Provider is offering shares to the public.",
                "1. Services. Provider serves Client.");
        FIELDS.forEach(field -> assertThat(reading.value(field)).as(field).isNull());
    }

    @Test
    void anAnnouncementTellsNoStart() {
        Reading reading = read(
                "This Services Agreement (the \"Agreement\") is made as of May 2, 2015 by and between PARTIES.",
                "Provider announced today that it will add four new independent directors to its board, effective June 27, 2015.");
        assertThat(reading.value("start_date")).isEqualTo("2015-05-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "This Agreement is the entire agreement between the parties and supersedes all prior understandings except the Confidentiality Agreement between the parties dated May 2, 2015.",
        "When the annexed escrow agreement is signed, the letter of the escrow agent of 12 March 2015 varies it.",
        "File: plan.doc DATE: 07/07/15 3:57 PM AUTHOR: Q. Smith"
    })
    void datesOfOtherPapersAreNotThoseOfTheAgreement(String clause) {
        Reading reading = read("This Services Agreement (the \"Agreement\") is made by and between PARTIES.", clause);
        assertThat(reading.value("conclusion_date")).isNull();
        assertThat(reading.value("start_date")).isNull();
    }
}
