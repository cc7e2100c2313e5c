package io.fumikura.notify.spi;

import java.util.Locale;

/**
 * A message to one person. What goes into headers holds no control characters, so it can't add any.
 *
 * @param id unlike that of any other message, the same when it is sent again; letters, digits, dots and dashes
 * @param to mail address without a name; its domain, and the part before it, may hold letters of any script
 * @param language of subject and text
 * @param subject one line, at most 500 characters
 * @param text plain text; lines end with {@code \n}
 */
public record Message(String id, String to, Locale language, String subject, String text) {

    public Message {
        if (!id.matches("[A-Za-z0-9.-]{1,100}")) {
            throw new IllegalArgumentException("No identity of a message: " + id);
        }
        if (isNoLine(to) || to.indexOf('@') < 1 || to.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("The recipient of message " + id + " is no mail address.");
        }
        if (isNoLine(subject)) {
            throw new IllegalArgumentException("The subject of message " + id + " is not one line.");
        }
    }

    private static boolean isNoLine(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    /** Without recipient and texts, so that they do not end in a log. */
    @Override
    public String toString() {
        return "message " + id;
    }
}
