package io.fumikura.core.internal.tenant;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.tenant.TenantForm;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A form that was looked through.
 *
 * @param ownNames the name alone when none were given
 */
record TenantCheck(String name, String plan, String timeZone, List<String> ownNames, List<String> ownNumbers) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,19}");
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._-]*\\{code}[A-Za-z0-9._-]*\\{number}[A-Za-z0-9._-]*");
    private static final int LONGEST_PATTERN = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 50;
    private static final int LONGEST_COLUMN = 10_000;

    static TenantCheck of(TenantForm form) {
        String name = line(form.name(), "tenant.name");
        List<String> names = lines(form.ownNames(), "tenant.own-names");
        return new TenantCheck(
                name,
                form.plan().strip(),
                timeZone(form.timeZone()),
                names.isEmpty() ? List.of(name) : names,
                lines(form.ownNumbers(), "tenant.own-numbers"));
    }

    private static String line(String typed, String code) {
        String text = typed.strip();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > LONGEST_NAME
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(code, "A name has 1 to 200 characters in one line.");
        }
        return text;
    }

    private static List<String> lines(List<String> typed, String code) {
        List<String> lines = typed.stream()
                .filter(text -> !text.isBlank())
                .map(text -> line(text, code))
                .distinct()
                .toList();
        if (lines.size() > MOST || String.join("\n", lines).length() > LONGEST_COLUMN) {
            throw invalid(code, "A company has at most 50 names and 50 numbers of its own.");
        }
        return lines;
    }

    private static String timeZone(String typed) {
        try {
            String zone = ZoneId.of(typed.strip()).getId();
            if (zone.length() <= 60) {
                return zone;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw invalid("tenant.time-zone", "The time zone is one of the tz database, e.g. Asia/Tokyo.");
    }

    static String code(String typed) {
        String code = typed.strip();
        if (!CODE.matcher(code).matches()) {
            throw invalid("tenant.code", "A company code has 2 to 20 half-width letters, digits and dashes, and no dash in front.");
        }
        return code;
    }

    static String codeKey(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    static String reason(String typed) {
        String reason = typed.strip();
        if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw invalid("tenant.reason", "A reason has at most 500 characters.");
        }
        return reason;
    }

    static String loginPattern(String typed) {
        String pattern = typed.strip();
        if (pattern.length() > LONGEST_PATTERN || !PATTERN.matcher(pattern).matches()) {
            throw new PlatformException(
                    Category.INVALID,
                    "tenant.login-pattern",
                    "A pattern of user IDs holds {code} and behind it {number}, each once; around them half-width letters, digits, . _ and - only.",
                    Map.of("codeMark", "{code}", "numberMark", "{number}"),
                    null);
        }
        return pattern;
    }

    private static PlatformException invalid(String code, String message) {
        return new PlatformException(Category.INVALID, code, message, Map.of("field", code), null);
    }
}
