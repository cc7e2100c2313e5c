package io.fumikura.notify.smtp;

import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a server's answer means (RFC 5321 4.2, RFC 4954 6). */
final class Refusals {

    private static final int LONGEST = 500;
    /** Answers that are about us, not about the mail: closing down, and the sorts of "sign in first". */
    private static final Set<Integer> ABOUT_US = Set.of(421, 454, 530, 534, 535, 538);

    private Refusals() {}

    static NotifierException whileConnecting(Settings settings, MessagingException e) {
        String server = settings.host() + ":" + settings.port();
        if (e instanceof AuthenticationFailedException) {
            return unreachable("The mail server " + server + " does not accept the user name and password: " + words(e), e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return unreachable(
                        "The certificate of the mail server " + server + " is not trusted: " + words(cause)
                                + ". Name its authority's certificate in \"trust\", or correct \"host\".",
                        e);
            }
        }
        return unreachable("The mail server " + server + " can't be reached: " + words(root(e)), e);
    }

    static NotifierException whileSending(MessagingException e) {
        for (Exception one = e; one != null; one = one instanceof MessagingException chained ? chained.getNextException() : null) {
            if (one instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode(), "The mail server refuses the recipient: " + words(address), e);
            }
            if (one instanceof SMTPSenderFailedException sender) {
                String text = "The mail server refuses the sender's address: " + words(sender);
                return sender.getReturnCode() >= 500 ? unreachable(text, e) : byCode(sender.getReturnCode(), text, e);
            }
        }
        if (e instanceof SMTPSendFailedException answer && answer.getReturnCode() > 0) {
            return byCode(answer.getReturnCode(), "The mail server refuses the mail: " + words(answer), e);
        }
        return new NotifierException(Sort.DELAYED, "The connection to the mail server broke in the middle of the mail: " + words(root(e)), e);
    }

    private static NotifierException byCode(int code, String text, MessagingException cause) {
        Sort sort = ABOUT_US.contains(code) ? Sort.UNREACHABLE : code >= 500 ? Sort.REFUSED : Sort.DELAYED;
        return new NotifierException(sort, text, cause);
    }

    private static NotifierException unreachable(String text, MessagingException cause) {
        return new NotifierException(Sort.UNREACHABLE, text, cause);
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What a server says, in one line. */
    private static String words(@Nullable Throwable e) {
        String message = e == null || e.getMessage() == null ? String.valueOf(e) : e.getMessage();
        String line = String.valueOf(message).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
