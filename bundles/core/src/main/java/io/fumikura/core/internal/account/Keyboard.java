package io.fumikura.core.internal.account;

import java.util.List;

/** Finds what fingers type that run along the keys, as 1qaz2wsx or zaq1xsw2. Of the American layout, which the Japanese one shares but for symbols. */
final class Keyboard {

    private static final List<String> ROWS = List.of("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./");
    /** How far each row is moved to the right, in keys. */
    private static final double[] OFFSETS = {0, 0.5, 0.75, 1.25};

    private static final String SHIFTED = "!@#$%^&*()_+";

    private Keyboard() {}

    /** Whether at least four of five steps lead to the same key or a neighbour of it. */
    static boolean isWalk(String text) {
        int near = 0;
        for (int i = 1; i < text.length(); i++) {
            near += isNear(text.charAt(i - 1), text.charAt(i)) ? 1 : 0;
        }
        return near * 5 >= (text.length() - 1) * 4;
    }

    private static boolean isNear(char one, char other) {
        char from = unshifted(one);
        char to = unshifted(other);
        int fromRow = row(from);
        int toRow = row(to);
        return fromRow >= 0
                && toRow >= 0
                && Math.abs(fromRow - toRow) <= 1
                && Math.abs(place(from, fromRow) - place(to, toRow)) <= 1;
    }

    private static char unshifted(char c) {
        int at = SHIFTED.indexOf(c);
        return at < 0 ? c : ROWS.get(0).charAt(at);
    }

    private static int row(char c) {
        for (int row = 0; row < ROWS.size(); row++) {
            if (ROWS.get(row).indexOf(c) >= 0) {
                return row;
            }
        }
        return -1;
    }

    private static double place(char c, int row) {
        return ROWS.get(row).indexOf(c) + OFFSETS[row];
    }
}
