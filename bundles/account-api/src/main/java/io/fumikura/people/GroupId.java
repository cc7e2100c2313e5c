package io.fumikura.people;

import java.util.UUID;

/** Identity of a group of users. Name and place may change, this never does. */
public record GroupId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
