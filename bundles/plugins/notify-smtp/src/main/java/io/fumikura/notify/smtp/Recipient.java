package io.fumikura.notify.smtp;

import java.net.IDN;
import java.nio.charset.StandardCharsets;

/**
 * An address as SMTP takes it: the domain in its ASCII form (RFC 5891).
 *
 * @param needsUtf8 whether the part before the {@code @} holds other letters, which only servers with SMTPUTF8 take (RFC 6531)
 */
record Recipient(String address, String domain, boolean needsUtf8) {

    /** @throws IllegalArgumentException when the domain is none */
    static Recipient of(String address) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at);
        String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        return new Recipient(local + "@" + domain, domain, !StandardCharsets.US_ASCII.newEncoder().canEncode(local));
    }
}
