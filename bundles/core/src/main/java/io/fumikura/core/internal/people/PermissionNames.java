package io.fumikura.core.internal.people;

import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Tokens;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What permissions are called in files. */
final class PermissionNames {

    private static final Map<Permission, String[]> NAMES = Map.of(
            Permission.VIEWER, new String[] {"閲覧", "Viewer"},
            Permission.CLERK, new String[] {"主担当者", "Clerk"},
            Permission.APPROVER, new String[] {"承認者", "Approver"},
            Permission.SIGNER, new String[] {"署名者", "Signer"},
            Permission.AUDITOR, new String[] {"監査者", "Auditor"},
            Permission.GROUP_ADMINISTRATOR, new String[] {"グループ管理者", "Group administrator"},
            Permission.TENANT_ADMINISTRATOR, new String[] {"管理者", "Administrator"},
            Permission.OPERATOR, new String[] {"運営", "Operator"});

    private PermissionNames() {}

    static String of(Permission permission, Locale language) {
        String[] names = NAMES.get(permission);
        return names == null ? permission.name() : names[language.getLanguage().equals("en") ? 1 : 0];
    }

    /** @throws PlatformException {@code permission.unknown} */
    static Permission parse(String text) {
        String key = Tokens.key(text);
        return Arrays.stream(Permission.values())
                .filter(permission -> key.equals(Tokens.key(permission.name()))
                        || key.equals(Tokens.key(of(permission, Locale.JAPANESE)))
                        || key.equals(Tokens.key(of(permission, Locale.ENGLISH))))
                .findFirst()
                .orElseThrow(() ->
                        new PlatformException(Category.INVALID, "permission.unknown", "There is no permission \"" + text + "\"."));
    }
}
