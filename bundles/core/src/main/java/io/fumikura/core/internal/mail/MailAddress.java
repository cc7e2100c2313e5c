package io.fumikura.core.internal.mail;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A mail address without a name (RFC 5321 4.1.2, RFC 6531), as people have them: dots may follow each other before the {@code @}, as some Japanese
 * carriers allowed; letters of any script may stand on both sides. Quoted local parts and addresses by number are refused.
 *
 * @param value as typed, without blanks around it
 */
public record MailAddress(String value) {

    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]+");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    public MailAddress {
        if (!isGood(value)) {
            throw new PlatformException(
                    Category.INVALID, "mail.address", "This is no mail address. It looks like name@example.com, without a name or blanks.");
        }
    }

    /** @throws PlatformException {@code mail.address} for what is none */
    public static MailAddress of(String text) {
        return new MailAddress(text.strip());
    }

    private static boolean isGood(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && text.substring(0, at).getBytes(StandardCharsets.UTF_8).length <= LONGEST_LOCAL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
            return ascii.matches("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
                    && !ascii.matches("[0-9.]+")
                    && ascii.length() <= 253;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
