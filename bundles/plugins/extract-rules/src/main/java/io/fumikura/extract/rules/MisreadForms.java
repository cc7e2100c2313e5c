package io.fumikura.extract.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Legal forms that recognition misread by a character that looks alike: 株式会杜, 株武会社, SON BHD. The names around them can't be checked,
 * the forms can, because nothing else is written so.
 */
final class MisreadForms {

    /**
     * @param pattern the form with the characters that are taken for its own
     * @param form with a space where the writing is left as it is
     * @param right so many characters at least must be read as they are
     */
    private record Form(Pattern pattern, String form, int right) {
        Form(String regex, String form, int right) {
            this(Pattern.compile(regex), form, right);
        }
    }

    private static final String COMPANY = "[会合金今會][社杜祉壮仕牡灶]";

    private static final List<Form> FORMS = List.of(
            new Form("[株抹殊休妹味林珠铢][式武弐弍戎或]" + COMPANY, "株式会社", 2),
            new Form("[有右宥][限眼根恨艮]" + COMPANY, "有限会社", 3),
            new Form("[合台][同回向固司]" + COMPANY, "合同会社", 3),
            new Form("\\bS[DOQ0][NMH]\\.?,? ?B[HRNK][DO0](?![\\p{L}\\p{N}])", "SDN BHD", 3));

    private MisreadForms() {}

    /** The text with the forms as they were meant; every other character keeps its place. */
    static String repair(String text) {
        var repaired = new StringBuilder(text);
        for (Form form : FORMS) {
            Matcher match = form.pattern().matcher(text);
            while (match.find()) {
                repair(repaired, match.start(), match.end(), form);
            }
        }
        return repaired.toString();
    }

    private static void repair(StringBuilder text, int start, int end, Form form) {
        String meant = form.form().replace(" ", "");
        int[] places = text.substring(start, end).chars().filter(Character::isLetterOrDigit).count() == meant.length()
                ? IntStream.range(start, end).filter(i -> Character.isLetterOrDigit(text.charAt(i))).toArray()
                : new int[0];
        int right = 0;
        for (int i = 0; i < places.length; i++) {
            right += text.charAt(places[i]) == meant.charAt(i) ? 1 : 0;
        }
        for (int i = 0; i < places.length && right >= form.right(); i++) {
            text.setCharAt(places[i], meant.charAt(i));
        }
    }
}
