package io.fumikura.extract.rules.en;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in English texts. Only whole dates count: "June 2005", "____ day of May 2000" and "[●], 2020" are none.
 */
final class EnglishDates {

    private static final String MONTH = "(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?"
            + "|Aug(?:ust|\\.)?|Sept(?:ember|\\.)?|Sep\\.?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

    /** Digits with or without an ordinal ending, which typesetting may have torn off or apart: "20 th", "1s t", "1 st". */
    private static final String DAY = "(?<day>\\d{1,2})(?: ?(?:s ?t|n ?d|r ?d|t ?h|5t))?\\b";

    private static final String WORD_DAY = "(?<word>" + EnglishNumbers.ORDINALS + ")";

    /** Four digits, of which one may be torn off. */
    private static final String YEAR = "(?<year>(?:19|20) ?\\d ?\\d)(?!\\d|,\\d)";

    private static final String LONG_YEAR = "two thousand(?: and)?(?: (?<thousands>" + EnglishNumbers.WORDS + "))?";

    /** What may stand between "day" and month: "day of", "of", "day of the month of". */
    private static final String OF = "(?: ?\\([^)]{1,8}\\))?(?: day)?,?(?: of)?(?: the month of)? ?";

    private static final List<Pattern> FORMS = List.of(
            // January 22, 2007 · Jan. 22nd 2007 · May 3,2006 · May, 1st 2010
            pattern("\\b" + MONTH + "[,.]? ?" + DAY + "(?: day)? ?[,.]?(?: ?of)?(?: ?day)? ?" + YEAR),
            // 22 January 2007 · 16th day of February, 2000 · 31 December, 2006 · 06-OCT-2000 · August. 2012
            pattern("(?<![\\d$.,/-])" + DAY + "[- ]?" + OF + "-?" + MONTH + "(?: day)? ?[.,]{0,2}(?: -{3,})?[- ]?(?:of )?(?:in the year |A\\.?D\\.? )?" + YEAR),
            // first day of May, 2001
            pattern("\\b" + WORD_DAY + OF + MONTH + ",? ?(?:in the year |A\\.?D\\.? )?" + YEAR),
            // May 5, two thousand five
            pattern("\\b" + MONTH + ",? (?:" + DAY + "|" + WORD_DAY + "),? (?:in the year )?" + LONG_YEAR),
            // the first day of May, two thousand and five
            pattern("\\b(?:" + DAY + "|" + WORD_DAY + ")" + OF + MONTH + ",? (?:in the year )?" + LONG_YEAR),
            // last day of February, 2023 · end of 2006
            pattern("\\b(?<last>last day|end) (?:of|in)(?: the month of)? " + MONTH + ",? ?(?:of )?" + YEAR),
            pattern("\\b(?<whole>end of(?: the)?(?: calendar)?(?: year)?) " + YEAR + "(?![-/])"),
            // January first, 2001
            pattern("\\b" + MONTH + " " + WORD_DAY + ",? ?" + YEAR),
            // 2007-01-22 · 2007/1/22
            pattern("(?<![\\d/-])(?<year>(?:19|20)\\d\\d)(?<sign>[-/.])(?<number>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d/-])"),
            // 1/22/07 · 01.22.2007 · 22/1/2007: see numeric()
            pattern("(?<![\\d/.-])(?<number>\\d{1,2})(?<sign>[/.-])(?<day>\\d{1,2})\\k<sign>(?<year>(?:19|20)?\\d\\d)(?![\\d/-]|\\.\\d)"));

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private EnglishDates() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** The dates between two indexes of a text, in order; overlapping readings are left out. */
    static List<Found<LocalDate>> in(String text, int from, int to) {
        var found = new ArrayList<Found<LocalDate>>();
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(text).region(from, Math.min(to, text.length()));
            match.useTransparentBounds(true);
            while (match.find()) {
                int start = match.start();
                int end = match.end();
                if (found.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                    read(match).ifPresent(date -> found.add(new Found<>(date.value(), start, end, date.confidence())));
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    static List<Found<LocalDate>> in(String text) {
        return in(text, 0, text.length());
    }

    private record Read(LocalDate value, double confidence) {}

    private static Optional<Read> read(Matcher match) {
        int year = year(match);
        if (group(match, "whole") != null) {
            return date(year, 12, 31).map(value -> new Read(value, 0.9));
        }
        String name = group(match, "month");
        if (group(match, "last") != null) {
            int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
            return Optional.of(new Read(YearMonth.of(year, month).atEndOfMonth(), 0.95));
        }
        int day = day(match);
        if (name != null) {
            int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
            return date(year, month, day).map(value -> new Read(value, 1));
        }
        return numeric(year, Integer.parseInt(match.group("number")), day, match.group("year").length());
    }

    /**
     * Month first as in the United States, where most English contracts come from, unless that is no month. Where both would do, or
     * the century is not written, the reading is less sure.
     */
    private static Optional<Read> numeric(int year, int first, int second, int yearDigits) {
        double confidence = (first <= 12 && second <= 12 && first != second ? 0.8 : 0.95) - (yearDigits == 2 ? 0.05 : 0);
        return date(year, first, second).or(() -> date(year, second, first)).map(value -> new Read(value, confidence));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int year(Matcher match) {
        String digits = group(match, "year");
        if (digits == null) {
            String rest = group(match, "thousands");
            return 2000 + (rest == null ? 0 : EnglishNumbers.parse(rest).orElse(0));
        }
        int year = Integer.parseInt(digits.replace(" ", ""));
        return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int day(Matcher match) {
        String digits = group(match, "day");
        OptionalInt day = EnglishNumbers.parse(digits != null ? digits : group(match, "word"));
        return day.orElse(0);
    }

    private static String group(Matcher match, String name) {
        return match.pattern().pattern().contains("(?<" + name + ">") ? match.group(name) : null;
    }
}
