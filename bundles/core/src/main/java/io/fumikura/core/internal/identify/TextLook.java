package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether bytes are text, and of which sort. The encoding is left to the reader; here only bytes that no text holds decide. UTF-16 is
 * told by its mark or by its pattern of zeros.
 */
final class TextLook {

    private static final Pattern HEADER = Pattern.compile(
            "(?im)^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|x-[a-z-]+): ?\\S?");
    private static final Pattern MAIL = Pattern.compile("(?s)\\A(?:>?From [^\\n]*\\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \\t\\r\\n].*");
    private static final Pattern HTML = Pattern.compile("(?is)\\A\\s*(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)\\b.*");
    private static final Pattern XML = Pattern.compile("(?s)\\A\\s*<(\\?xml\\s|!--|[A-Za-z][\\w.-]*:?[\\w.-]*(\\s+[\\w:.-]+\\s*=|\\s*/?>)).*");

    private TextLook() {}

    static Optional<MediaType> type(FileHead head, String fileName) {
        if (isWide(head)) {
            return Optional.of(plain(fileName));
        }
        if (!isText(head)) {
            return Optional.empty();
        }
        String text = head.latin(head.starts(0xef, 0xbb, 0xbf) ? 3 : 0, FileHead.LENGTH);
        if (HTML.matcher(text).matches()) {
            return Optional.of(new MediaType("text/html"));
        }
        if (XML.matcher(text).matches()) {
            boolean drawing = text.substring(0, Math.min(text.length(), 4096)).contains("<svg");
            return Optional.of(new MediaType(drawing ? "image/svg+xml" : "application/xml"));
        }
        return Optional.of(isMail(text) ? MediaType.MAIL : plain(fileName));
    }

    /** The only thing that a name decides: Markdown is text in every other way. */
    private static MediaType plain(String fileName) {
        String name = fileName.toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown") ? MediaType.MARKDOWN : MediaType.TEXT;
    }

    /** A mail begins with header lines, three of them well known, up to the first empty line. */
    private static boolean isMail(String text) {
        if (!MAIL.matcher(text).matches()) {
            return false;
        }
        String header = text.split("\\r?\\n\\r?\\n", 2)[0];
        return HEADER.matcher(header).results().limit(3).count() == 3;
    }

    private static boolean isWide(FileHead head) {
        if (head.starts(0xff, 0xfe) || head.starts(0xfe, 0xff)) {
            return head.bytes().length % 2 == 0;
        }
        byte[] bytes = head.bytes();
        int pairs = Math.min(bytes.length, 4096) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += bytes[2 * i] == 0 ? 1 : 0;
            low += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        return pairs >= 4 && (high == 0 ? low : low == 0 ? high : 0) > pairs * 4 / 10 && !hasControls(bytes, pairs * 2, true);
    }

    private static boolean isText(FileHead head) {
        return head.bytes().length > 0 && !hasControls(head.bytes(), head.bytes().length, false);
    }

    private static boolean hasControls(byte[] bytes, int length, boolean zerosAllowed) {
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            boolean allowed = b >= 0x20 && b != 0x7f
                    || b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1b || b == 0x1a || b == 0x0b
                    || b == 0x0e || b == 0x0f || b == 0 && zerosAllowed;
            if (!allowed) {
                return true;
            }
        }
        return false;
    }
}
