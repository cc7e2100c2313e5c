package io.fumikura.rest.internal;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The password of a protected document. PDF takes up to 127 bytes (ISO 32000-2, 7.6.4.3.3), Office up to 255 characters. */
final class DocumentPassword {

    private static final int LONGEST = 255;

    private DocumentPassword() {}

    /** @param header base64 of UTF-8, as header lines are no place for kanji */
    static Optional<String> fromHeader(@Nullable String header) {
        try {
            return Optional.ofNullable(header)
                    .filter(text -> !text.isEmpty())
                    .map(text -> check(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw refused("X-Document-Password is the password in UTF-8 as base64.");
        }
    }

    static String check(String password) {
        if (password.length() > LONGEST) {
            throw refused("A document's password has at most 255 characters.");
        }
        return password;
    }

    private static PlatformException refused(String why) {
        return new PlatformException(Category.INVALID, "request.password", why);
    }
}
