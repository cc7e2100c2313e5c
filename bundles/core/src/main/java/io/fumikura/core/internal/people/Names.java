package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;

/** Names of people and groups as they are typed. */
final class Names {

    private static final int LONGEST = 100;

    private Names() {}

    static String ofPerson(String typed) {
        return check(typed, "user.name", true);
    }

    /** Without slashes, because groups are named by their path in files. */
    static String ofGroup(String typed) {
        return check(typed, "group.name", typed.indexOf('/') < 0 && typed.indexOf('／') < 0);
    }

    static String ofSeal(String typed) {
        return check(typed, "seal.name", true);
    }

    private static String check(String typed, String code, boolean good) {
        String name = typed.strip();
        if (!good
                || name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST
                || name.codePoints().anyMatch(Names::misleads)
                || name.codePoints().noneMatch(Names::isSeen)) {
            throw new PlatformException(Category.INVALID, code, "A name has 1 to 100 characters that can be seen"
                    + (code.equals("group.name") ? " and no slash." : "."));
        }
        return name;
    }

    /** Breaks lines, or turns the direction of what stands behind it, in lists, mails and the history. */
    private static boolean misleads(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        };
    }

    private static boolean isSeen(int c) {
        return Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.UNASSIGNED && !Character.isSpaceChar(c);
    }
}
