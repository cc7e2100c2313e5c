package io.fumikura.people;

/** Where an account stands. */
public enum UserState {
    /** Registered; the initial password was not changed yet. */
    INVITED,
    ACTIVE,
    /** Shut by an administrator; the person can't sign in. */
    LOCKED,
    /** The person can't sign in and holds nothing; the name stays in old entries. */
    DELETED
}
