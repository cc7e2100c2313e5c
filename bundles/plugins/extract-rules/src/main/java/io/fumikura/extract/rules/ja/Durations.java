package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in a text without white space: 1年間, 満1年, 一箇年, 6ヶ月, 1年6か月, 三か月, 30日, 2週間, 半年, 一年半. */
final class Durations {

    private static final String MONTHS = "[ヶケかカヵ箇個]月";

    /** A duration, without group names. */
    static final String FORM = "(?:満|丸)?(?:" + Numerals.SMALL + "(?:[ヶケかカヵ箇個]?年)(?:間)?(?:と?" + Numerals.SMALL + MONTHS + "|半)?|半年|" + Numerals.SMALL + MONTHS + "|"
            + Numerals.SMALL + "月(?=間|前|以前)|" + Numerals.SMALL + "(?:週間|日))(?:間)?";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern PARTS = Pattern.compile("(" + Numerals.SMALL + ")(?:([ヶケかカヵ箇個]?年)|(" + MONTHS + "|月)|(週間)|(日))");
    /** Before or behind a number that belongs to a date, an article, a list. */
    private static final Pattern NOT_BEFORE = Pattern.compile("(?:令和|平成|昭和|西暦|[\\d〇一二三四五六七八九十.,/]|第|毎月|月)$");

    private Durations() {}

    record Lasting(Period period, int start, int end) {}

    /** All durations in order; parts of dates are none. */
    static List<Lasting> in(String text) {
        var found = new ArrayList<Lasting>();
        Matcher matcher = PATTERN.matcher(text);
        while (matcher.find()) {
            boolean dated = NOT_BEFORE.matcher(text.substring(Math.max(0, matcher.start() - 2), matcher.start())).find()
                    || text.substring(matcher.end()).matches("(?s)^(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月.*|^度.*|^目.*");
            if (!dated) {
                parse(matcher.group()).ifPresent(period -> found.add(new Lasting(period, matcher.start(), matcher.end())));
            }
        }
        return List.copyOf(found);
    }

    static Optional<Period> parse(String text) {
        if (text.contains("半年")) {
            return Optional.of(Period.ofMonths(6));
        }
        Period sum = text.endsWith("半") || text.endsWith("半間") ? Period.ofMonths(6) : Period.ZERO;
        Matcher part = PARTS.matcher(text);
        while (part.find()) {
            int number = Numerals.small(part.group(1));
            if (number < 0) {
                return Optional.empty();
            }
            sum = sum.plus(part.group(2) != null
                    ? Period.ofYears(number)
                    : part.group(3) != null
                            ? Period.ofMonths(number)
                            : part.group(4) != null ? Period.ofWeeks(number) : Period.ofDays(number));
        }
        return sum.isZero() || !FieldValue.Duration.isWithin(sum) ? Optional.empty() : Optional.of(sum);
    }
}
