package io.fumikura.account;

import java.time.Instant;

/**
 * Why a session is over, so that the person can be told at the next click.
 *
 * @param by name of who ended it; empty when it was nobody else
 */
public record SessionEnd(Reason reason, String by, Instant at) {

    /** Why sessions end. */
    public enum Reason {
        /** Signed out in this browser. */
        SIGNED_OUT,
        /** Not used for the time that the company allows. */
        IDLE,
        /** Older than the company allows. */
        TOO_OLD,
        /** The user ended it in another browser. */
        ENDED_BY_USER,
        /** An administrator or operator ended it. */
        ENDED_BY_ADMINISTRATOR,
        /** The password was changed elsewhere. */
        PASSWORD_CHANGED,
        /** Somebody else needed its licence. */
        LICENCE_TAKEN
    }
}
