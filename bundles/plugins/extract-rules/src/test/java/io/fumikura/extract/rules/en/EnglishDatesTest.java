package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March 5, 2019", "Mar. 5, 2019", "March 5th, 2019", "March 5,2019", "March, 5 2019", "5 March 2019", "5th day of March, 2019",
                "5t h day of March 2019", "5 th of March, 2019", "fifth day of March, 2019", "March fifth, 2019", "05-MAR-2019", "2019-03-05",
                "fifth (5th) day of March, 2019", "March 5, two thousand nineteen", "5 March, 2019", "MARCH 5, 2019"
            })
    void readsAllFormsOfADate(String form) {
        var found = EnglishDates.in("made as of " + form + " by");
        assertThat(found).singleElement().satisfies(date -> {
            assertThat(date.value()).isEqualTo(LocalDate.of(2019, 3, 5));
            assertThat(date.confidence()).isEqualTo(form.contains("19-03") ? 0.8 : 1.0);
        });
    }

    @Test
    void readsNumericDatesMonthFirstUnlessThatIsNoMonth() {
        assertThat(EnglishDates.in("Date: 1/22/07")).singleElement().extracting(Found::value).isEqualTo(LocalDate.of(2007, 1, 22));
        assertThat(EnglishDates.in("Date: 22/1/07")).singleElement().extracting(Found::value).isEqualTo(LocalDate.of(2007, 1, 22));
        assertThat(EnglishDates.in("Date: 7/8/98")).singleElement().extracting(Found::value).isEqualTo(LocalDate.of(1998, 7, 8));
    }

    @Test
    void isLessSureOfADateWhoseDayMayBeItsMonth() {
        assertThat(EnglishDates.in("on 7/8/1998").get(0).confidence()).isLessThan(EnglishDates.in("on 7/18/1998").get(0).confidence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "____ day of May, 2000", "June 2005", "[●], 2020", "the __ day of ______, 20__", "March ___, 2005", "February 30, 2010",
                "version 1.2.3", "May [*], 2011", "13/13/2010"
            })
    void leavesBlanksAndWhatIsNoDate(String text) {
        assertThat(EnglishDates.in(text)).isEmpty();
    }
}
