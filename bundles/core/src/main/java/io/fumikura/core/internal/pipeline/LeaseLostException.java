package io.fumikura.core.internal.pipeline;

/** The job was given to somebody else, or asked for anew; what this worker found out is not wanted any more. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("The lease is lost.");
    }
}
