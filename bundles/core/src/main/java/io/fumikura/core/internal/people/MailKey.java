package io.fumikura.core.internal.people;

import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.mail.MailAddress;
import java.net.IDN;

/** The form under which a mail address is unique, and known at sign-in: however its domain is written. */
final class MailKey {

    private MailKey() {}

    static String of(MailAddress address) {
        String text = address.value();
        int at = text.lastIndexOf('@');
        return Tokens.key(text.substring(0, at + 1) + IDN.toUnicode(text.substring(at + 1)));
    }
}
