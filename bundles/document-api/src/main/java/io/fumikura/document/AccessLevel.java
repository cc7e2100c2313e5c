package io.fumikura.document;

/** How much of a record is open to somebody; each level includes the ones before it. */
public enum AccessLevel {
    NONE,
    /** 閲覧: everything may be seen and downloaded. */
    VIEW,
    /** 編集: fields, groups and rights may be changed, by those whose permissions allow that. */
    EDIT;

    /** The higher of the two. */
    public AccessLevel or(AccessLevel other) {
        return compareTo(other) < 0 ? other : this;
    }
}
