package io.fumikura.core.internal.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a kind of mail in one language: a line {@code Subject: …}, an empty line, the text. A placeholder is a name in braces. Whatever does
 * not fit is a mistake in the program, so it is an {@link IllegalArgumentException}, which tests of the caller meet.
 */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)\\}");
    private static final Pattern OWN_LINE = Pattern.compile("(?m)^\\{([a-zA-Z]+)\\}$");
    private static final int LONGEST_SUBJECT = 500;
    private static final String SUBJECT = "Subject: ";

    private final String name;
    private final String subject;
    private final String text;

    private Template(String name, String subject, String text) {
        this.name = name;
        this.subject = subject;
        this.text = text;
    }

    static Template of(String name, Locale language) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("No name of a template: " + name);
        }
        String resource = "/mail/" + name + (language.getLanguage().equals("en") ? ".en.txt" : ".ja.txt");
        try (InputStream stream = Template.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no template " + resource);
            }
            return parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template parse(String name, String file) {
        int end = file.indexOf("\n\n");
        if (!file.startsWith(SUBJECT) || end < 0 || file.indexOf('\n') != end) {
            throw new IllegalArgumentException(name + " must begin with a line 'Subject: …' and an empty line");
        }
        return new Template(name, file.substring(SUBJECT.length(), end).strip(), file.substring(end).strip() + "\n");
    }

    Set<String> placeholders() {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(subject + "\n" + text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    MailText fill(Map<String, String> values) {
        if (!placeholders().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    name + " has the placeholders " + placeholders() + ", but got values for " + new TreeSet<>(values.keySet()));
        }
        Set<String> blocks = new TreeSet<>();
        OWN_LINE.matcher(text).results().forEach(found -> blocks.add(found.group(1)));
        return new MailText(cut(fill(subject, values, Set.of())), fill(text, values, blocks));
    }

    private static String fill(String where, Map<String, String> values, Set<String> blocks) {
        return PLACEHOLDER
                .matcher(where)
                .replaceAll(found -> Matcher.quoteReplacement(
                        clean(values.get(found.group(1)), blocks.contains(found.group(1)))));
    }

    /** Values come from people: nothing in them may look like a line, or a header, of ours. */
    private static String clean(String value, boolean block) {
        String even = value.replaceAll("\\R", "\n");
        return even.replaceAll(block ? "[\\p{Cntrl}&&[^\\n\\t]]" : "[\\p{Cntrl}\\u2028\\u2029]+", block ? "" : " ");
    }

    private static String cut(String line) {
        String whole = line.strip();
        return whole.codePointCount(0, whole.length()) <= LONGEST_SUBJECT
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
