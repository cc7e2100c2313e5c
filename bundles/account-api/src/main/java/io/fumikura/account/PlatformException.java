package io.fumikura.account;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one family of errors that the platform's services throw at their callers. It carries a stable code, on which programs
 * decide and to which the user interface has a text in each language; the message is English, for logs and for callers of the
 * REST API, and says what happened and what to do.
 */
public class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of trouble it is; REST maps each to one HTTP status. */
    public enum Category {
        /** The request makes no sense: 400. */
        INVALID,
        /** Not signed in: 401. */
        UNAUTHENTICATED,
        /** Signed in, but not allowed: 403. */
        FORBIDDEN,
        /** No such thing, or not for this caller (never told apart): 404. */
        NOT_FOUND,
        /** It clashes with the present state: 409. */
        CONFLICT,
        /** The thing changed since it was read: 412. */
        CHANGED,
        /** Too large: 413. */
        TOO_LARGE,
        /** A file of a type that is not taken: 415. */
        UNSUPPORTED,
        /** Understood, but refused, e.g. a damaged file: 422. */
        REFUSED,
        /** Too many requests or quota used up: 429. */
        TOO_MANY,
        /** Something that is needed is away at the moment; try again: 503. */
        UNAVAILABLE
    }

    private final Category category;
    private final String code;
    private final transient Map<String, Object> details;

    public PlatformException(Category category, String code, String message) {
        this(category, code, message, Map.of(), null);
    }

    /** @param details values that go into the texts of the user interface, e.g. the limit that was passed */
    public PlatformException(
            Category category, String code, String message, Map<String, Object> details, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
        this.code = code;
        this.details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** English; says what happened and what to do. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public Category category() {
        return category;
    }

    /** Stable, dotted, lower case, e.g. {@code upload.too-large}. */
    public String code() {
        return code;
    }

    /** Values that go into the texts of the user interface; can't be changed. */
    public Map<String, Object> details() {
        return details;
    }
}
