package io.fumikura.core.internal.identify;

import io.fumikura.account.PlatformException;
import java.text.Normalizer;

/** Makes names that clients send fit to be kept and shown: one path part, NFC, nothing invisible, at most 200 characters. */
public final class FileNames {

    private static final int MOST = 200;
    private static final int MOST_EXTENSION = 20;

    private FileNames() {}

    /** @throws PlatformException {@code upload.name} when nothing usable is left */
    public static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC).codePoints().filter(FileNames::isKept).forEach(kept::appendCodePoint);
        String name = shorten(kept.toString().replaceAll("\\s+", " ").strip());
        if (name.codePoints().noneMatch(c -> c != '.' && c != ' ')) {
            throw new PlatformException(
                    PlatformException.Category.INVALID, "upload.name", "The upload has no usable file name; give one.");
        }
        return name;
    }

    /**
     * White space stays for the moment. Format characters go (bidi overrides make .exe look like .pdf), but for the joiner and the
     * selectors of emoji; unpaired surrogates and private use go.
     */
    private static boolean isKept(int c) {
        if (c == 0x200d || c == 0xfe0f || c >= 0xe0020 && c <= 0xe007f) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> Character.isWhitespace(c);
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> c != 0xfffd;
        };
    }

    private static String shorten(String name) {
        if (name.length() <= MOST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MOST_EXTENSION ? name.substring(dot) : "";
        return cut(name, MOST - extension.length()) + extension;
    }

    /** Never between the halves of a character beyond the basic plane, nor before a mark that belongs to the one before. */
    private static String cut(String name, int length) {
        int end = length;
        while (end > 1 && (Character.isLowSurrogate(name.charAt(end)) || isMark(name.codePointAt(end)))) {
            end--;
        }
        return name.substring(0, end).strip();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200d;
    }
}
