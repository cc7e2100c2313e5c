package io.fumikura.search.spi;

import org.jspecify.annotations.Nullable;

/** The index could not write or answer. */
public class SearchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean badQuery;

    public SearchException(String message, @Nullable Throwable cause) {
        super(message, cause);
        badQuery = false;
    }

    private SearchException(String message) {
        super(message);
        badQuery = true;
    }

    /** The query can't be answered, e.g. a cursor that is none. */
    public static SearchException badQuery(String message) {
        return new SearchException(message);
    }

    public boolean isBadQuery() {
        return badQuery;
    }
}
