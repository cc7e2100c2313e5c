package io.fumikura.rest.internal;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.document.RecordId;
import java.util.UUID;

/** Identities in addresses: what is no identity names nothing, so it is not found. */
final class Ids {

    private Ids() {}

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(Category.NOT_FOUND, "http.404", "There is nothing at this address.");
        }
    }

    static RecordId record(String text) {
        try {
            return RecordId.of(text);
        } catch (IllegalArgumentException e) {
            throw new PlatformException(
                    Category.NOT_FOUND, "record.unknown", "There is no such record.");
        }
    }
}
