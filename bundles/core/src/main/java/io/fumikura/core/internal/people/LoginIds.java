package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User IDs by a tenant's pattern, e.g. {@code {code}{number}}: A15336 and 01. A number has two digits or more; it is never given twice. */
final class LoginIds {

    private static final int MOST = 999_999;

    private final String before;
    private final String after;

    LoginIds(TenantRow tenant) {
        String[] parts = tenant.loginPattern.replace("{code}", tenant.code).split("\\{number}", 2);
        before = parts[0];
        after = parts.length == 2 ? parts[1] : "";
    }

    /** With a sign for each digit, e.g. {@code A15336##}. */
    String form() {
        return before + "##" + after;
    }

    /** Under the tenant's lock. */
    String next(EntityManager entities) {
        Pattern pattern = Pattern.compile(Pattern.quote(Tokens.key(before)) + "(\\d{1,6})" + Pattern.quote(Tokens.key(after)));
        int highest = Sql.query(
                        entities,
                        "select login_key from app_user where login_key like ? escape '!'",
                        row -> pattern.matcher(row.getString(1)),
                        Tokens.key(before).replaceAll("[!%_]", "!$0") + "%")
                .stream()
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .max()
                .orElse(0);
        if (highest >= MOST) {
            throw new PlatformException(Category.CONFLICT, "user.login-taken", "There is no free user ID left.");
        }
        return before + String.format("%02d", highest + 1) + after;
    }

    /** @throws PlatformException {@code user.login-id} */
    String checked(String typed) {
        String key = Tokens.key(typed);
        if (!key.matches(Pattern.quote(Tokens.key(before)) + "\\d{2,6}" + Pattern.quote(Tokens.key(after)))) {
            throw new PlatformException(
                    Category.INVALID,
                    "user.login-id",
                    "User IDs of this company look like " + form() + " with two to six digits.",
                    Map.of("form", form()),
                    null);
        }
        int digits = key.length() - after.length();
        return before + key.substring(Tokens.key(before).length(), digits) + after;
    }

    /** @throws PlatformException {@code user.login-taken}, also when a deleted user had it */
    static void requireFree(EntityManager entities, String loginId) {
        if (!Sql.query(entities, "select 1 from app_user where login_key = ?", row -> 1, Tokens.key(loginId)).isEmpty()) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "user.login-taken",
                    "The user ID is or was somebody's.",
                    Map.of("loginId", loginId),
                    null);
        }
    }
}
