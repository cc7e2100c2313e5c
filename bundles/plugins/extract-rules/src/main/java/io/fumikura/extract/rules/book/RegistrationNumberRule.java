package io.fumikura.extract.rules.book;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The number of the qualified-invoice issuer (登録番号): T and 13 digits, written with blanks or dashes, with letters for digits where it was
 * recognised badly. The tenant's own number is taken only where there is no other: on what it issued.
 */
final class RegistrationNumberRule implements Rule {

    private static final String DIGIT = "[0-9OoQDlI|SsBZz]";
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9])[Tt]\\s?[-–—ー]?\\s?(?<digits>" + DIGIT + "(?:[ -]?" + DIGIT + "){12})(?![ -]?[0-9A-Za-z])");
    private static final Pattern WITHOUT_T =
            Pattern.compile("登録番号\\s*[:：]?\\s*(?<digits>[0-9](?:[ -]?[0-9]){12})(?![ -]?[0-9])");

    @Override
    public List<Finding> find(Source source) {
        Set<String> own = source.request().ownNumbers().stream()
                .map(number -> number.replaceAll("\\D", ""))
                .collect(Collectors.toSet());
        var found = new ArrayList<Finding>();
        find(source, NUMBER, 1, own, found);
        find(source, WITHOUT_T, 0.6, own, found);
        return found;
    }

    private static void find(Source source, Pattern pattern, double trust, Set<String> own, List<Finding> found) {
        Matcher matcher = pattern.matcher(source.text());
        while (matcher.find()) {
            String written = matcher.group("digits").replaceAll("[\\s-]", "");
            String digits = repaired(written);
            boolean damaged = !digits.equals(written);
            boolean checks = checks(digits);
            if (damaged && written.chars().filter(Character::isDigit).count() < 9 || trust < 1 && !checks) {
                continue;
            }
            double confidence = trust * (damaged ? checks ? 0.45 : 0.25 : checks ? 0.96 : 0.75);
            found.add(Finding.of(
                    "registration_number",
                    new FieldValue.Text("T" + digits),
                    matcher.start(),
                    matcher.end(),
                    own.contains(digits) ? confidence / 2 : confidence));
        }
    }

    private static String repaired(String written) {
        return written.replaceAll("[OoQD]", "0").replaceAll("[lI|]", "1").replaceAll("[Ss]", "5").replace('B', '8').replaceAll("[Zz]", "2");
    }

    /** The first digit checks the others in numbers of corporations (法人番号の指定等に関する省令 第2条). */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            int digit = digits.charAt(13 - n) - '0';
            sum += n % 2 == 1 ? digit : 2 * digit;
        }
        return digits.charAt(0) - '0' == 9 - sum % 9;
    }
}
