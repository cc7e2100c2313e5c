package io.fumikura.benchmarks;

import java.text.Normalizer;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** When two values count as the same: companies without legal form and width, durations by length, titles without punctuation. */
final class Sameness {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
    private static final Set<String> LEGAL = Set.of(
            "inc incorporated corp corporation co company ltd limited llc lllp llp lp plc gmbh ag sa nv bv kg sarl srl spa pty pte the and a an of"
                    .split(" "));
    private static final Pattern OTHER_NAME =
            Pattern.compile("\\b(?:d/b/a|dba|f/k/a|fka|formerly known as|doing business as)\\b");
    private static final Pattern JAPANESE_LEGAL =
            Pattern.compile("株式会社|有限会社|合同会社|\\(株\\)|\\(有\\)|一般社団法人|医療法人社団|医療法人|御中|様|殿");

    private Sameness() {}

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static Set<String> words(String text) {
        return new HashSet<>(WORD.matcher(fold(text)).results().map(MatchResult::group).toList());
    }

    static double overlap(String a, String b) {
        Set<String> one = words(a);
        Set<String> other = words(b);
        var both = new HashSet<>(one);
        both.retainAll(other);
        var all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    static String title(String text) {
        return fold(text).replaceAll("[\\s　「」『』（）()\\-‐―]", "");
    }

    private static String party(String name) {
        String text = OTHER_NAME.split(fold(name))[0];
        text = JAPANESE_LEGAL.matcher(text).replaceAll("").replaceAll("[.'’]", "");
        List<String> all = WORD.matcher(text).results().map(MatchResult::group).toList();
        String kept = String.join(" ", all.stream().filter(Predicate.not(LEGAL::contains)).toList());
        return kept.isEmpty() ? String.join(" ", all) : kept;
    }

    static boolean sameParty(String a, String b) {
        String one = party(a);
        String other = party(b);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (one.replace(" ", "").equals(other.replace(" ", ""))) {
            return true;
        }
        Set<String> x = Set.copyOf(List.of(one.split(" ")).stream().distinct().toList());
        Set<String> y = Set.copyOf(List.of(other.split(" ")).stream().distinct().toList());
        long both = x.stream().filter(y::contains).count();
        boolean inside = x.containsAll(y) || y.containsAll(x);
        return (double) both / (x.size() + y.size() - both) >= 0.8 || Math.min(x.size(), y.size()) >= 2 && inside;
    }

    /** Pairs each wanted name with one predicted name, equal ones first. Answers how many found a partner, and how many are left over. */
    static int[] matchParties(List<String> wanted, List<String> predicted, List<String> tolerated) {
        var left = new ArrayList<>(predicted);
        var open = new ArrayList<String>();
        int right = 0;
        for (String name : wanted) {
            if (takeFirst(left, other -> fold(other).equals(fold(name)) || party(other).equals(party(name)))) {
                right++;
            } else {
                open.add(name);
            }
        }
        for (String name : open) {
            right += takeFirst(left, other -> sameParty(name, other)) ? 1 : 0;
        }
        left.removeIf(other -> tolerated.stream().anyMatch(name -> sameParty(name, other)));
        return new int[] {right, left.size()};
    }

    private static boolean takeFirst(List<String> names, Predicate<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.test(names.get(i))) {
                names.remove(i);
                return true;
            }
        }
        return false;
    }

    /** @param lenient by length in days within two per cent (at least a day and a half), else by months and days */
    static boolean samePeriod(String a, String b, boolean lenient) {
        try {
            Period one = Period.parse(a);
            Period other = Period.parse(b);
            boolean equal = one.toTotalMonths() == other.toTotalMonths() && one.getDays() == other.getDays();
            return equal || lenient && Math.abs(days(one) - days(other)) <= Math.max(1.5, 0.02 * days(other));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static double days(Period period) {
        return period.toTotalMonths() * 30.4375 + period.getDays();
    }
}
