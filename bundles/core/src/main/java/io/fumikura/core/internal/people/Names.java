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
                || name.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL)) {
            throw new PlatformException(Category.INVALID, code, "A name has 1 to 100 characters"
                    + (code.equals("group.name") ? " and no slash." : "."));
        }
        return name;
    }
}
