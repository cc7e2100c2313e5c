package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
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

/**
 * What a password must be like (NIST SP 800-63B-4, 3.1.1.2): 15 characters or more, any characters, and not one that everybody tries. Long
 * common passwords are mostly short ones strung together, so a password that consists of nothing but common words and digits is refused, and so
 * is one that repeats a few characters, runs along the keyboard, or holds little more than the user's own ID.
 */
final class PasswordRules {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 256;
    private static final int OWN_PART = 5;
    private static final Set<String> COMMON = load();

    private PasswordRules() {}

    /** @throws PlatformException {@code password.weak} with the reason */
    static void check(String password, String... own) {
        String folded = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        require(length >= SHORTEST, "short", "A password has 15 characters or more.");
        require(length <= LONGEST, "long", "A password has at most 256 characters.");
        String rest = folded;
        for (String part : own) {
            String key = Tokens.key(part);
            rest = key.length() < 3 ? rest : rest.replace(key, "");
        }
        String letters = rest.replaceAll("[^\\p{L}]", "");
        require(
                !rest.isEmpty() && (rest.length() == folded.length() || letters.length() >= OWN_PART),
                "own",
                "The password holds little more than the user ID, name or mail address.");
        require(
                !repeats(folded) && !runs(folded) && !(letters.isEmpty() && isNumber(folded)) && !isCommon(letters),
                "common",
                "Everybody tries such passwords. Take four or more words that do not belong together.");
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

    /** Whether the text is nothing but common words in a row. */
    private static boolean isCommon(String letters) {
        boolean[] reachable = new boolean[letters.length() + 1];
        reachable[0] = !letters.isEmpty();
        for (int end = 1; end <= letters.length(); end++) {
            for (int start = 0; start < end && !reachable[end]; start++) {
                reachable[end] = reachable[start] && COMMON.contains(letters.substring(start, end));
            }
        }
        return reachable[letters.length()];
    }

    private static Set<String> load() {
        var resource = PasswordRules.class.getResourceAsStream("/io/fumikura/core/common-passwords.txt");
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

    private static void require(boolean good, String reason, String message) {
        if (!good) {
            throw new PlatformException(
                    Category.INVALID, "password.weak", message, Map.of("reason", reason, "minimum", SHORTEST), null);
        }
    }
}
