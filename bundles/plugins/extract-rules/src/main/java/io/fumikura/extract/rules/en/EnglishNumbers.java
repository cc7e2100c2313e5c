package io.fumikura.extract.rules.en;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Numbers in words, as contracts write them: "ninety", "one hundred and eighty", "twenty-fifth". */
final class EnglishNumbers {

    private static final String UNITS = "one|two|three|four|five|six|seven|eight|nine";
    private static final String TEENS =
            "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private static final String TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety";

    /** A number in words from one to 999. */
    static final String WORDS = "(?:(?:(?:" + UNITS + "|a) hundred(?:(?: and)? )?)?(?:(?:" + TENS + ")(?:[- ](?:" + UNITS
            + "))?|" + TEENS + "|" + UNITS + ")|(?:" + UNITS + "|a) hundred)";

    /** An ordinal from first to thirty-first, and the round ones up to ninetieth. */
    static final String ORDINALS = "(?:(?:" + TENS + ")[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
            + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
            + "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|ninetieth)";

    private static final Map<String, Integer> VALUES = values();

    private EnglishNumbers() {}

    private static Map<String, Integer> values() {
        var values = new HashMap<String, Integer>();
        fill(values, 1, UNITS.split("\\|"));
        fill(values, 10, TEENS.split("\\|"));
        fill(values, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
                .split(" "));
        int ten = 20;
        for (String name : "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")) {
            values.put(name, ten);
            values.put(name.replaceAll("y$", "ieth"), ten);
            ten += 10;
        }
        values.put("fourty", 40);
        values.put("a", 1);
        return Map.copyOf(values);
    }

    private static void fill(Map<String, Integer> values, int first, String[] names) {
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], first + i);
        }
    }

    /** The value of digits or words, cardinal or ordinal; empty when it is neither. */
    static OptionalInt parse(String text) {
        String number = text.toLowerCase(Locale.ROOT).strip();
        if (number.matches("\\d{1,4}")) {
            return OptionalInt.of(Integer.parseInt(number));
        }
        int sum = 0;
        for (String word : number.split("[- ]+")) {
            if (word.equals("hundred")) {
                sum = Math.max(1, sum) * 100;
            } else if (VALUES.containsKey(word)) {
                sum += VALUES.get(word);
            } else if (!word.equals("and")) {
                return OptionalInt.empty();
            }
        }
        return sum > 0 ? OptionalInt.of(sum) : OptionalInt.empty();
    }
}
