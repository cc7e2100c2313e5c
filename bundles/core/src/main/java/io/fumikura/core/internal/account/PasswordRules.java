package io.fumikura.core.internal.account;

import io.fumikura.account.PasswordRule;
import io.fumikura.account.PasswordRule.Policy;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a password must be like. Modern (NIST SP 800-63B-4, 3.1.1.2): so many characters or more, any characters, and not one that everybody tries.
 * Long common passwords are mostly short ones strung together, so a password is refused that consists, apart from digits and symbols, of nothing but
 * words that stand for passwords, or of up to three words that people like to take; and so is one that repeats a few characters, runs along the
 * keyboard, is a date or number, or holds little more than the user's own ID. Classic: besides, half-width letters, digits and a few symbols only, and
 * each of the three.
 */
final class PasswordRules {

    private static final int ALONE = 15;
    private static final int WITH_FACTOR = 8;
    private static final int CLASSIC = 8;
    private static final int LONGEST = 256;
    private static final int OWN_PART = 5;
    private static final int FEW_WORDS = 3;
    private static final Set<String> COMMON = load("common-passwords.txt");
    private static final Set<String> WORDS = together(COMMON, load("common-words.txt"));
    private static final int LONGEST_WORD = WORDS.stream().mapToInt(String::length).max().orElse(0);

    private PasswordRules() {}

    /** The rule for a user. */
    static PasswordRule of(EntityManager entities, UserRow user) {
        Policy policy = Policy.valueOf(entities.find(TenantRow.class, user.tenant).passwordPolicy);
        int modern = Factors.has(entities, user.id) ? WITH_FACTOR : ALONE;
        return new PasswordRule(policy, policy == Policy.CLASSIC ? CLASSIC : modern);
    }

    /** Whether the password is good only together with a second factor. */
    static boolean needsFactor(String password, PasswordRule rule) {
        return rule.policy() == Policy.MODERN && password.codePointCount(0, password.length()) < ALONE;
    }

    /**
     * @param own what belongs to the user and therefore is no secret
     * @throws PlatformException {@code password.weak} with the reason
     */
    static void check(String password, PasswordRule rule, String... own) {
        String folded = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        require(length >= rule.minimum(), rule, "short", "A password has " + rule.minimum() + " characters or more.");
        require(length <= LONGEST, rule, "long", "A password has at most 256 characters.");
        if (rule.policy() == Policy.CLASSIC) {
            checkClasses(password, rule);
        }
        String rest = folded;
        for (String part : own) {
            String key = Tokens.key(part);
            rest = key.length() < 3 ? rest : rest.replace(key, "");
        }
        String letters = rest.replaceAll("[^\\p{L}]", "");
        require(
                !rest.isEmpty() && (rest.length() == folded.length() || letters.length() >= OWN_PART),
                rule,
                "own",
                "The password holds little more than the user ID, name or mail address.");
        require(
                !repeats(folded)
                        && !runs(folded)
                        && !Keyboard.isWalk(folded)
                        && !(letters.isEmpty() && isNumber(folded))
                        && !isCommon(letters)
                        && !isCommon(read(folded)),
                rule,
                "common",
                "Everybody tries such passwords. Take four or more words that do not belong together.");
    }

    private static void checkClasses(String password, PasswordRule rule) {
        require(
                password.matches("[A-Za-z0-9!#$%&'_-]*"),
                rule,
                "characters",
                "A password consists of half-width letters, digits and the symbols ! # $ % & ' - _ only.");
        require(
                password.matches(".*[A-Za-z].*") && password.matches(".*[0-9].*") && password.matches(".*[!#$%&'_-].*"),
                rule,
                "classes",
                "A password has at least one letter, one digit and one of the symbols ! # $ % & ' - _.");
    }

    /** The letters that digits and symbols stand for in passwords like p@ssw0rd1; what follows the word is left out. */
    private static String read(String folded) {
        var letters = new StringBuilder();
        folded.replaceFirst("[^\\p{L}]+$", "").codePoints().forEach(c -> {
            int at = "@4013$5!7".indexOf(c);
            if (at >= 0) {
                letters.append("aaoiessit".charAt(at));
            } else if (Character.isLetter(c)) {
                letters.appendCodePoint(c);
            }
        });
        return letters.toString();
    }

    /** A unit of up to half its length over and over. */
    private static boolean repeats(String text) {
        for (int unit = 1; unit <= text.length() / 2; unit++) {
            String again = text.substring(0, unit).repeat(text.length() / unit + 1);
            if (again.startsWith(text)) {
                return true;
            }
        }
        return text.chars().distinct().count() < 5;
    }

    /** Each character follows the one before it in the alphabet, or goes back. */
    private static boolean runs(String text) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            up += step == 1 ? 1 : 0;
            down += step == -1 ? 1 : 0;
        }
        return Math.max(up, down) * 5 >= text.length() * 4;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9 ./:-]*");
    }

    /** Whether the text is nothing but common passwords in a row, or a few words. */
    private static boolean isCommon(String letters) {
        return !letters.isEmpty()
                && (fewest(letters, COMMON) <= letters.length() || fewest(letters, WORDS) <= FEW_WORDS);
    }

    /** Of how few of the words in a row the text can be made; more than its length if of none. */
    private static int fewest(String letters, Set<String> words) {
        int[] fewest = new int[letters.length() + 1];
        for (int end = 1; end <= letters.length(); end++) {
            fewest[end] = letters.length() + 1;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                if (fewest[start] + 1 < fewest[end] && words.contains(letters.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                }
            }
        }
        return fewest[letters.length()];
    }

    /** All words, for tests. */
    static Set<String> words() {
        return WORDS;
    }

    private static Set<String> together(Set<String> some, Set<String> more) {
        return Stream.of(some, more).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> load(String name) {
        var resource = PasswordRules.class.getResourceAsStream("/io/fumikura/core/" + name);
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean good, PasswordRule rule, String reason, String message) {
        if (!good) {
            throw weak(rule, reason, message);
        }
    }

    static PlatformException weak(PasswordRule rule, String reason, String message) {
        return new PlatformException(
                Category.INVALID, "password.weak", message, Map.of("reason", reason, "minimum", rule.minimum()), null);
    }
}
