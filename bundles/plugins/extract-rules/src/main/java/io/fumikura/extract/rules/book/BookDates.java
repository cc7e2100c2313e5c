package io.fumikura.extract.rules.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as books of several countries write them: 2026年4月1日, 令和8年4月1日, R8.4.1, 2026-04-01, 01.04.2026, 1/4/26, 1 April 2026, 1. Mai 2026,
 * 2 juillet 2026, April 1, 2026. Whether the day or the month stands first is told by the other dates of the document.
 */
final class BookDates {

    /** A date and its place. */
    record Dated(LocalDate date, int start, int end) {}

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("ene", 1), Map.entry("gen", 1), Map.entry("feb", 2), Map.entry("fév", 2), Map.entry("fev", 2),
            Map.entry("mar", 3), Map.entry("mär", 3), Map.entry("maa", 3), Map.entry("mrz", 3), Map.entry("mrt", 3), Map.entry("apr", 4),
            Map.entry("avr", 4), Map.entry("abr", 4), Map.entry("may", 5), Map.entry("mai", 5), Map.entry("mei", 5), Map.entry("mag", 5),
            Map.entry("jun", 6), Map.entry("giu", 6), Map.entry("jul", 7), Map.entry("lug", 7), Map.entry("aug", 8), Map.entry("aoû", 8),
            Map.entry("aou", 8), Map.entry("ago", 8), Map.entry("sep", 9), Map.entry("set", 9), Map.entry("oct", 10), Map.entry("okt", 10),
            Map.entry("ott", 10), Map.entry("out", 10), Map.entry("nov", 11), Map.entry("dec", 12), Map.entry("dez", 12), Map.entry("déc", 12),
            Map.entry("dic", 12));
    private static final String MONTH = "(?<month>jan(?:uary|uar|vier|uari)?|enero|gennaio|f[eé][bv](?:ruary|ruar|rier|ruari|brero|braio)?|mar(?:ch|s|zo)?|märz?|maart|mrz|mrt|a[pvb]r(?:il|ile)?"
            + "|may|mai|mei|mayo|maggio|june?|juin|juni|junio|giugno|july?|juil(?:let)?|juli|julio|luglio|aug(?:ust|ustus)?|ao[uû]t|agosto|se[pt]t?(?:ember|embre|iembre)?|settembre|o[ck]t(?:ober|obre)?|octubre|ottobre"
            + "|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|déc(?:embre)?|dic(?:iembre|embre)?)\\.?";

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![\\d./-])(?<year>(?:19|20)\\d{2})\\s?(?:年|[./-])\\s?(?<month>\\d{1,2})\\s?(?:月|[./-])\\s?(?<day>\\d{1,2})(?:\\s?日|(?![\\d]))");
    private static final Pattern ERA = Pattern.compile(
            "(?:(?<era>令和|平成|昭和)|(?<![A-Za-z0-9])(?<letter>[RHS]))\\s?(?<year>元|\\d{1,2})\\s?(?:年|[./-])\\s?(?<month>\\d{1,2})\\s?(?:月|[./-])\\s?(?<day>\\d{1,2})(?:\\s?日|(?![\\d]))");
    private static final Pattern NUMERIC = Pattern.compile(
            "(?<![\\d./,-])(?<first>\\d{1,2})\\s?(?<sign>[./-])\\s?(?<second>\\d{1,2})\\s?\\k<sign>\\s?(?<third>\\d{4}|\\d{2})(?![\\d]|[./-]\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<![\\d.,/])(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s?[ /-]?\\s?" + MONTH + "\\s?[ ,/'-]*\\s?(?<year>\\d{4}|\\d{2})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<![a-z])" + MONTH + "\\s{0,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s?,?\\s?(?<year>\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final boolean monthFirst;
    private final boolean yearFirst;

    private BookDates(boolean monthFirst, boolean yearFirst) {
        this.monthFirst = monthFirst;
        this.yearFirst = yearFirst;
    }

    /**
     * A reader for a document's dates.
     *
     * @param japanese whether two digits in front are a year (26/04/01)
     * @param american whether, if nothing tells, the month stands first (04/01/2026)
     */
    static BookDates of(String text, boolean japanese, boolean american) {
        int dayFirst = 0;
        int monthFirst = 0;
        Matcher matcher = NUMERIC.matcher(text);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group("first"));
            int second = Integer.parseInt(matcher.group("second"));
            dayFirst += first > 12 && first <= 31 && second <= 12 ? 1 : 0;
            monthFirst += second > 12 && second <= 31 && first <= 12 ? 1 : 0;
        }
        return new BookDates(dayFirst == 0 && monthFirst > 0 || dayFirst == monthFirst && american, japanese);
    }

    /** The dates between two places, in order. */
    List<Dated> in(String text, int from, int to) {
        var found = new ArrayList<Dated>();
        add(found, YEAR_FIRST.matcher(text), from, to, m -> date(number(m, "year"), number(m, "month"), number(m, "day")));
        add(found, ERA.matcher(text), from, to, m -> date(year(m), number(m, "month"), number(m, "day")));
        add(found, DAY_MONTH.matcher(text), from, to, m -> date(fullYear(m.group("year")), month(m), number(m, "day")));
        add(found, MONTH_DAY.matcher(text), from, to, m -> date(number(m, "year"), month(m), number(m, "day")));
        add(found, NUMERIC.matcher(text), from, to, this::numeric);
        found.sort(Comparator.comparingInt(Dated::start));
        return found;
    }

    private interface Reader {
        Optional<LocalDate> read(Matcher matcher);
    }

    private static void add(List<Dated> found, Matcher matcher, int from, int to, Reader reader) {
        matcher.region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            reader.read(matcher)
                    .filter(date -> found.stream().noneMatch(other -> start < other.end() && other.start() < end))
                    .ifPresent(date -> found.add(new Dated(date, start, end)));
        }
    }

    private Optional<LocalDate> numeric(Matcher matcher) {
        int first = number(matcher, "first");
        int second = number(matcher, "second");
        String third = matcher.group("third");
        if (third.length() == 2 && matcher.group("first").length() == 1 && matcher.group("sign").equals("-")) {
            // 2-5-10 is a house.
            return Optional.empty();
        }
        if (yearFirst && third.length() == 2) {
            return date(2000 + first, second, Integer.parseInt(third));
        }
        int year = fullYear(third);
        boolean swap = monthFirst && first <= 12 || second > 12;
        return swap ? date(year, first, second) : date(year, second, first);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int month(Matcher matcher) {
        return MONTHS.getOrDefault(matcher.group("month").toLowerCase(Locale.ROOT).substring(0, 3), 7);
    }

    private static int year(Matcher matcher) {
        String era = matcher.group("era") != null ? matcher.group("era") : matcher.group("letter");
        int year = matcher.group("year").equals("元") ? 1 : number(matcher, "year");
        return year
                + switch (era) {
                    case "令和", "R" -> 2018;
                    case "平成", "H" -> 1988;
                    default -> 1925;
                };
    }

    private static int fullYear(String year) {
        return year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1950 || year > 2099 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
