package io.fumikura.core.internal.history;

/**
 * What an action changed. Secrets never stand here.
 *
 * @param field id of what was changed; empty when the texts are about the subject as a whole
 * @param from in text form; empty when there was nothing
 * @param to in text form; empty when nothing is left
 */
public record Change(String field, String from, String to) {

    private static final int LONGEST = 250_000;

    /** Texts over 250,000 characters are cut. */
    public Change {
        from = cut(from);
        to = cut(to);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
