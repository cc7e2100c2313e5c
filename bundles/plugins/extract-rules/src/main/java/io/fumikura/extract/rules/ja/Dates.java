package io.fumikura.extract.rules.ja;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in a text without white space: 2024年4月1日, 令和6年4月1日, 令和元年, R6.4.1, 二〇二四年四月一日, 2024/4/1, 2024年(令和6年)4月1日, and, after
 * another date, 翌年3月31日, 同年9月30日, 同月30日. A date of which a part is missing or blank is none.
 */
final class Dates {

    private static final String NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十〇]{1,3})";
    private static final String SIDE = "(?:\\([^()]{2,14}\\))?";
    private static final String DAY = "(?<month>" + NUMBER + ")月(?<day>" + NUMBER + "|末)日?";
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\d〇一二三四五六七八九])(?:西暦|A\\.?D\\.?)?(?<year>\\d{4}|[〇一二三四五六七八九]{4}|二千[一二三四五六七八九十]{0,4})年" + SIDE + DAY
            + "|(?<era>令和|平成|昭和|大正|明治|㋿|㍻|㍼|㍽|㍾|(?<![A-Za-z])[RHSTM])\\.?(?<eraYear>元|" + NUMBER + ")年" + SIDE
            + DAY.replace("<month>", "<month2>").replace("<day>", "<day2>"));
    private static final Pattern SHORT = Pattern.compile("(?<![\\d./-])(?:(?<year>\\d{4})|(?<era>(?<![A-Za-z])[RHSTM]|令和|平成|昭和)(?<eraYear>\\d{1,2}))"
            + "(?<sign>[./-])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d/-])");
    private static final Pattern RELATIVE = Pattern.compile("(?<word>翌々年|翌年|同年|同月|翌月)(?:(?<month>" + NUMBER + ")月)?(?<day>" + NUMBER + "|末)日");
    /** So far behind a date, 同年 still means its year. */
    private static final int REACH = 40;

    private Dates() {}

    /** A date and its place in the text. */
    record Dated(LocalDate date, int start, int end) {}

    /** All dates in order. */
    static List<Dated> in(String text) {
        var found = new ArrayList<Dated>();
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            boolean era = written.group("era") != null;
            int year = era ? year(written.group("era"), written.group("eraYear")) : Numerals.small(written.group("year"));
            date(year, written.group(era ? "month2" : "month"), written.group(era ? "day2" : "day"))
                    .filter(date -> hasDaySign(written.group()))
                    .ifPresent(date -> found.add(new Dated(date, written.start(), written.end())));
        }
        Matcher brief = SHORT.matcher(text);
        while (brief.find()) {
            int year = brief.group("era") == null
                    ? Numerals.small(brief.group("year"))
                    : year(brief.group("era"), brief.group("eraYear"));
            date(year, brief.group("month"), brief.group("day"))
                    .ifPresent(date -> found.add(new Dated(date, brief.start(), brief.end())));
        }
        addRelative(text, found);
        found.sort(java.util.Comparator.comparingInt(Dated::start));
        return List.copyOf(found);
    }

    /** 4月1 without 日 is the start of something else, unless it is 4月末. */
    private static boolean hasDaySign(String text) {
        return text.endsWith("日") || text.endsWith("末");
    }

    private static void addRelative(String text, List<Dated> found) {
        Matcher matcher = RELATIVE.matcher(text);
        while (matcher.find()) {
            found.stream()
                    .filter(base -> base.end() <= matcher.start() && matcher.start() - base.end() <= REACH)
                    .reduce((first, second) -> second)
                    .flatMap(base -> relative(base.date(), matcher))
                    .ifPresent(date -> found.add(new Dated(date, matcher.start(), matcher.end())));
        }
    }

    private static Optional<LocalDate> relative(LocalDate base, Matcher matcher) {
        String word = matcher.group("word");
        boolean ofMonth = word.endsWith("月");
        if (ofMonth == (matcher.group("month") != null)) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(base);
        month = switch (word) {
            case "翌々年" -> month.plusYears(2);
            case "翌年" -> month.plusYears(1);
            case "翌月" -> month.plusMonths(1);
            default -> month;
        };
        String number = ofMonth ? String.valueOf(month.getMonthValue()) : matcher.group("month");
        return date(month.getYear(), number, matcher.group("day"));
    }

    private static Optional<LocalDate> date(int year, String month, String day) {
        try {
            YearMonth whole = YearMonth.of(year, Numerals.small(month));
            return year < 1868 || year > 2999
                    ? Optional.empty()
                    : Optional.of(day.equals("末") ? whole.atEndOfMonth() : whole.atDay(Numerals.small(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String era, String number) {
        int year = number.equals("元") ? 1 : Numerals.small(number);
        return year
                + switch (era) {
                    case "令和", "㋿", "R" -> 2018;
                    case "平成", "㍻", "H" -> 1988;
                    case "昭和", "㍼", "S" -> 1925;
                    case "大正", "㍽", "T" -> 1911;
                    default -> 1867;
                };
    }
}
