package io.fumikura.core.internal.pipeline;

import org.jspecify.annotations.Nullable;

/** A step did not come to its end; says what becomes of the job. */
final class StepException extends Exception {

    private static final long serialVersionUID = 1L;

    enum Outcome {
        /** Until a plugin comes that can do it. */
        WAIT,
        /** Again after a pause. */
        RETRY,
        /** The document is protected: until a password is given. */
        PROTECTED,
        /** For good, until somebody asks for another try. */
        FAILED
    }

    private final Outcome outcome;
    private final String code;

    private StepException(Outcome outcome, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
        this.code = code;
    }

    /** @param what e.g. {@code a reader of application/pdf} */
    static StepException waitingFor(String what) {
        return new StepException(Outcome.WAIT, "plugin.missing", "Waiting for " + what + ".", null);
    }

    static StepException retry(String code, String message, @Nullable Throwable cause) {
        return new StepException(Outcome.RETRY, code, message, cause);
    }

    static StepException locked(String message) {
        return new StepException(Outcome.PROTECTED, "document.protected", message, null);
    }

    static StepException failed(String code, String message, @Nullable Throwable cause) {
        return new StepException(Outcome.FAILED, code, message, cause);
    }

    Outcome outcome() {
        return outcome;
    }

    String code() {
        return code;
    }

    String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
