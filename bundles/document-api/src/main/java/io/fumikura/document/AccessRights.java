package io.fumikura.document;

import java.util.List;
import java.util.UUID;

/**
 * Who may see and edit a record (アクセス権限). The record's owner, who registered it and the company's administrators always may.
 *
 * @param everyone what all people of the company may
 * @param owningGroup what the members of the record's owning group, and of the groups above it, may
 * @param grants what further groups and users may; at most 100, each once
 */
public record AccessRights(AccessLevel everyone, AccessLevel owningGroup, List<Grant> grants) {

    /** Everybody of the company may edit. */
    public static final AccessRights OPEN = new AccessRights(AccessLevel.EDIT, AccessLevel.NONE, List.of());

    /** For the owner, who registered it and administrators only. */
    public static final AccessRights CLOSED = new AccessRights(AccessLevel.NONE, AccessLevel.NONE, List.of());

    public AccessRights {
        grants = List.copyOf(grants);
    }

    public enum Grantee {
        /** The members of the group, of the groups below it and of those above it. */
        GROUP,
        USER
    }

    /**
     * @param id of the group or user
     * @param level not {@link AccessLevel#NONE}
     */
    public record Grant(Grantee kind, UUID id, AccessLevel level) {}
}
