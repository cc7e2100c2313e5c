package io.fumikura.document;

import java.util.UUID;

/** Identity of a record; its management number is for people, this for programs. */
public record RecordId(UUID value) {

    public static RecordId of(String text) {
        return new RecordId(UUID.fromString(text));
    }

    public static RecordId random() {
        return new RecordId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
