package io.fumikura.core.internal.persistence;

/**
 * Thrown by work inside of a transaction that finds out that something slow has to be done first, e.g. a plugin be asked: the transaction is
 * rolled back, {@link #run()} called while nothing is locked, and the work done again from the start. The work must be repeatable.
 */
public abstract class Interlude extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Interlude() {
        super("To be done outside of the transaction.", null, false, false);
    }

    /** Does the slow thing, and leaves its outcome where the work finds it. */
    public abstract void run();
}
