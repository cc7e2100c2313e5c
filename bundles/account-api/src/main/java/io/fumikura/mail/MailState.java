package io.fumikura.mail;

/** How far a mail is. */
public enum MailState {
    /** It waits for its time, or for a notifier. */
    QUEUED,
    /** It is being handed over now. */
    SENDING,
    /** A mail server has taken it. */
    SENT,
    /** It is put aside, with a reason, until somebody sends it again. */
    PARKED
}
