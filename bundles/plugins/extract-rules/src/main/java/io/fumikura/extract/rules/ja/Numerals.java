package io.fumikura.extract.rules.ja;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as Japanese documents write them: 15, 1,500, 十五, 一五, 壱百万, 1,500万, 3億5千万. */
public final class Numerals {

    /** Characters of a number in the folded text, for use in a character class. */
    static final String DIGITS = "\\d〇零一二三四五六七八九十百千万億兆壱壹弐貳参參肆伍拾佰仟萬,";

    /** A small number (months, days, years of a duration or era). */
    static final String SMALL = "(?:\\d{1,3}|[〇零一二三四五六七八九十百壱弐参拾]{1,4})";

    private static final String ONES = "〇一二三四五六七八九";

    private Numerals() {}

    /** The number, or empty when the characters make none. */
    public static Optional<BigDecimal> parse(String characters) {
        String text = characters.replaceAll("[,\\s]", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(sum(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A small whole number, or -1. */
    static int small(String characters) {
        return parse(characters)
                .filter(number -> number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(9999)) <= 0)
                .map(BigDecimal::intValue)
                .orElse(-1);
    }

    /** Groups of 億, 万 …, each of 千, 百, 十, each of digits. */
    private static BigDecimal sum(String text) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        var digits = new StringBuilder();
        for (char letter : text.toCharArray()) {
            char sign = plain(letter);
            int digit = sign >= '0' && sign <= '9' ? sign - '0' : ONES.indexOf(sign);
            long unit = unit(sign);
            if (digit >= 0 || sign == '.') {
                digits.append(sign == '.' ? "." : String.valueOf(digit));
            } else if (unit == 0) {
                throw new NumberFormatException(text);
            } else if (unit < 10_000) {
                group = group.add(number(digits, 1).multiply(BigDecimal.valueOf(unit)));
            } else {
                BigDecimal all = group.add(number(digits, group.signum() == 0 ? 1 : 0));
                total = total.add(all.multiply(BigDecimal.valueOf(unit)));
                group = BigDecimal.ZERO;
            }
        }
        return total.add(group).add(number(digits, 0));
    }

    /** The digits collected so far as a number, and forgets them. */
    private static BigDecimal number(StringBuilder digits, int ifNone) {
        BigDecimal number = digits.isEmpty() ? BigDecimal.valueOf(ifNone) : new BigDecimal(digits.toString());
        digits.setLength(0);
        return number;
    }

    private static long unit(char sign) {
        return switch (sign) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '億' -> 100_000_000;
            case '兆' -> 1_000_000_000_000L;
            default -> 0;
        };
    }

    /** Legal forms (大字) and the like to the common numeral. */
    private static char plain(char letter) {
        return switch (letter) {
            case '零' -> '〇';
            case '壱', '壹' -> '一';
            case '弐', '貳' -> '二';
            case '参', '參' -> '三';
            case '肆' -> '四';
            case '伍' -> '五';
            case '拾' -> '十';
            case '佰' -> '百';
            case '仟' -> '千';
            case '萬' -> '万';
            default -> letter;
        };
    }
}
