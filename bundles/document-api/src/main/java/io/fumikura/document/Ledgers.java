package io.fumikura.document;

import io.fumikura.account.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Ledgers (管理台帳) and the lists of records. Thread-safe. */
@ProviderType
public interface Ledgers {

    /** The ledgers whose document types run now, by id. */
    List<LedgerDescription> ledgers(Caller caller);

    /**
     * A page of a list. Sees the caller's own last write. While the search index is away, lists without conditions by number still
     * answer, with {@link Page#degraded()}. While it is filled anew these lists are whole; all others may lack records, and say so by
     * {@link Page#rebuilding()}.
     *
     * @throws io.fumikura.account.PlatformException {@code ledger.unknown}, {@code query.invalid} (names the part), {@code
     *     search.unavailable} when the index is away and the query needs it
     */
    Page list(Caller caller, Query query);

    /** What is new and what needs attention, over all ledgers. */
    Overview overview(Caller caller);

    /**
     * @param ledger id
     * @param keyword searched in title, number, parties, kind, tags, memo, file name, registration number; empty for none
     * @param fullText whether {@code keyword} is searched in the documents' text as well
     * @param exact exact match: no folding of width, case, kana and variant characters
     * @param conditions all (or any, see {@code any}) must hold
     * @param any whether one condition is enough
     * @param sort field id or built-in column; default {@code number}
     * @param descending order
     * @param cursor of the page before; empty for the first page
     * @param limit rows, 1…200
     */
    record Query(
            String ledger,
            Optional<String> keyword,
            boolean fullText,
            boolean exact,
            List<Condition> conditions,
            boolean any,
            String sort,
            boolean descending,
            Optional<String> cursor,
            int limit) {

        public Query {
            conditions = List.copyOf(conditions);
        }
    }

    enum Operator {
        /** Equal to the value (choices, flags, states, exact texts). */
        IS,
        /** Contains the value as a part (texts), folded. */
        CONTAINS,
        /** From the value on, inclusive (dates, amounts, numbers). */
        FROM,
        /** Up to the value, inclusive. */
        TO,
        /** Has no value. */
        NOT_SET,
        /** Has a value. */
        SET
    }

    /**
     * @param field field id or built-in column ({@code input_state}, {@code number}, {@code kind}, {@code owner}, {@code group}, {@code file_name},
     *     {@code registered}, {@code tags})
     * @param value in text form: ISO dates, plain decimals, codes; empty for {@link Operator#SET} and {@link Operator#NOT_SET}
     * @param negate turns the condition round
     */
    record Condition(String field, Operator operator, String value, boolean negate) {}

    /**
     * @param total number of rows, exact up to 10,000
     * @param totalExact false when there are more than {@code total}
     * @param degraded whether the index is away and the list comes from the database alone
     * @param rebuilding whether the index is being filled anew, so that rows may be missing and {@code total} may be too small
     */
    record Page(
            List<Row> rows, long total, boolean totalExact, Optional<String> next, boolean degraded, boolean rebuilding) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** @param snippets where full text was searched: parts of the text around hits, best first, at most three */
    record Row(RecordSummary record, List<Snippet> snippets) {

        public Row {
            snippets = List.copyOf(snippets);
        }
    }

    /**
     * @param page from 1
     * @param text around the hit, at most about 120 characters
     * @param start first index in {@code text} of the hit
     * @param end index after it
     */
    record Snippet(int page, String text, int start, int end) {}

    /**
     * @param recent the caller's tenant's latest records, newest first, at most 10
     * @param attention records in state incomplete, protected or failed, or past their overdue date, newest first, at most 10
     * @param counts number of records per input state
     * @param working records waiting or being read
     */
    record Overview(
            List<RecordSummary> recent,
            List<RecordSummary> attention,
            Map<InputState, Long> counts,
            List<RecordSummary> working) {

        public Overview {
            recent = List.copyOf(recent);
            attention = List.copyOf(attention);
            counts = Map.copyOf(counts);
            working = List.copyOf(working);
        }
    }
}
