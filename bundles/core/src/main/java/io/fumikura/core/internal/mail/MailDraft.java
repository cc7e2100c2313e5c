package io.fumikura.core.internal.mail;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be put.
 *
 * @param tenant whose administrators see it; null for a mail of the platform itself
 * @param to a single address without a name
 * @param language of the recipient: {@link Locale#ENGLISH}, everything else is Japanese
 * @param template the name of a pair of resources, {@code mail/<template>.ja.txt} and {@code mail/<template>.en.txt}
 * @param values for all of the template's {@code {placeholders}}, neither more nor fewer. Line breaks stay only where a placeholder has a line of
 *     its own
 * @param secret whether the text holds a password or a one-time link: it is erased once a mail server has it, and shown to operators only
 */
public record MailDraft(
        @Nullable UUID tenant, String to, Locale language, String template, Map<String, String> values, boolean secret) {

    public MailDraft {
        values = Map.copyOf(values);
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return "mail " + template;
    }
}
