package io.fumikura.core.internal.identify;

import java.nio.charset.StandardCharsets;

/** The first bytes of a file, looked at as bytes and as Latin-1 text. */
record FileHead(byte[] bytes) {

    static final int LENGTH = 64 * 1024;

    boolean starts(int... expected) {
        return has(0, expected);
    }

    boolean has(int offset, int... expected) {
        if (offset + expected.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    boolean has(int offset, String ascii) {
        return offset + ascii.length() <= bytes.length && ascii.equals(latin(offset, offset + ascii.length()));
    }

    /** Whether the text stands somewhere in the first {@code within} bytes. */
    boolean contains(String ascii, int within) {
        return latin(0, within).contains(ascii);
    }

    String latin(int from, int to) {
        int end = Math.min(to, bytes.length);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }

    int little16(int offset) {
        return offset + 2 > bytes.length ? -1 : (bytes[offset] & 0xff) | (bytes[offset + 1] & 0xff) << 8;
    }
}
