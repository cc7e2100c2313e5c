package io.fumikura.extract.rules.en;

import io.fumikura.document.FieldValue;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in English texts: "three (3) years", "ninety (90) days", "twelve-month", "a year". Weeks are given as days. */
final class EnglishDurations {

    /** A duration: number in words, digits, or both ("three (3)"), then the unit. Digits in parentheses win over the words. */
    static final String PATTERN = "(?:(?<words>" + EnglishNumbers.WORDS + ")(?:[- ]*\\( ?(?<inner>\\d{1,3}) ?\\))?|(?<![\\d.,$])(?<digits>\\d{1,3})(?: ?\\((?:"
            + EnglishNumbers.WORDS + ")\\))?|(?<article>an additional|another|an?(?= (?:full )?year)|one full))"
            + "[- ~]*(?:further |more |consecutive |successive |full |calendar |additional |contract |business |working |license |processing )*"
            + "(?<unit>years?|months?|weeks?|days?)\\b(?!-?old)";

    private static final Pattern DURATION = Pattern.compile("\\b" + PATTERN, Pattern.CASE_INSENSITIVE);

    private EnglishDurations() {}

    static List<Found<Period>> in(String text, int from, int to) {
        var found = new ArrayList<Found<Period>>();
        Matcher match = DURATION.matcher(text).region(from, Math.min(to, text.length()));
        match.useTransparentBounds(true);
        while (match.find()) {
            OptionalInt number = number(match);
            if (number.isPresent() && number.getAsInt() > 0) {
                Period period = period(number.getAsInt(), match.group("unit"));
                if (FieldValue.Duration.isWithin(period)) {
                    found.add(new Found<>(period, match.start(), match.end(), 1));
                }
            }
        }
        return found;
    }

    private static OptionalInt number(Matcher match) {
        if (match.group("inner") != null) {
            return EnglishNumbers.parse(match.group("inner"));
        }
        if (match.group("words") != null) {
            return EnglishNumbers.parse(match.group("words"));
        }
        return match.group("digits") != null ? EnglishNumbers.parse(match.group("digits")) : OptionalInt.of(1);
    }

    private static Period period(int number, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 'y' -> Period.ofYears(number);
            case 'm' -> Period.ofMonths(number);
            case 'w' -> Period.ofWeeks(number);
            default -> Period.ofDays(number);
        };
    }
}
