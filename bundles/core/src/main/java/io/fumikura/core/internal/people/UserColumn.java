package io.fumikura.core.internal.people;

import io.fumikura.core.internal.account.Tokens;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of users. */
enum UserColumn {
    LOGIN_ID("ユーザーID", "User ID"),
    NAME("氏名", "Name"),
    MAIL("メール", "Mail"),
    SUB_MAILS("サブメール", "Sub-mails"),
    GROUPS("グループ", "Groups"),
    PERMISSIONS("権限", "Permissions"),
    LANGUAGE("言語", "Language");

    private final String ja;
    private final String en;

    UserColumn(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    String in(Locale language) {
        return language.getLanguage().equals("en") ? en : ja;
    }

    static Optional<UserColumn> of(String header) {
        String key = Tokens.key(header);
        return Arrays.stream(values())
                .filter(column -> key.equals(Tokens.key(column.ja)) || key.equals(Tokens.key(column.en)))
                .findFirst();
    }

    /** Where a refusal of a row comes from. */
    static UserColumn ofRefusal(String code) {
        return switch (code) {
            case "user.name" -> NAME;
            case "mail.address", "mail.taken" -> MAIL;
            case "user.sub-mails" -> SUB_MAILS;
            case "user.groups", "group.unknown", "permission.missing" -> GROUPS;
            case "permission.grant", "permission.unknown" -> PERMISSIONS;
            case "profile.language" -> LANGUAGE;
            default -> LOGIN_ID;
        };
    }
}
