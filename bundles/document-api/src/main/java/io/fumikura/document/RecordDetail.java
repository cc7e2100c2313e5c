package io.fumikura.document;

import io.fumikura.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record with everything about it.
 *
 * @param fields definitions of all its fields: the document type's, and those that extractors added
 * @param present what each field holds now, with where it came from; absent fields are left out
 * @param candidates the losing candidates per field, best first
 * @param completedByUser whether a user set 入力完了 in spite of empty fields
 * @param sha256 of the original bytes
 * @param pages number of pages; 0 until it is read
 * @param editable whether the caller may change the record
 */
public record RecordDetail(
        RecordSummary summary,
        List<FieldDefinition> fields,
        Map<String, Present> present,
        Map<String, List<Candidate>> candidates,
        List<Warning> warnings,
        String memo,
        boolean completedByUser,
        String sha256,
        int pages,
        String registeredBy,
        boolean editable) {

    public RecordDetail {
        fields = List.copyOf(fields);
        present = Map.copyOf(present);
        candidates = Map.copyOf(candidates);
        warnings = List.copyOf(warnings);
    }

    /** Where a present value came from. */
    public enum Origin {
        EXTRACTED,
        DERIVED,
        /** Typed or chosen by a user. */
        USER
    }

    /**
     * @param extractor name and version, e.g. {@code rules 1.0.0}; empty for typed and derived values
     * @param by who set it, for {@link Origin#USER}
     */
    public record Present(
            FieldCandidate candidate, Origin origin, String extractor, Optional<UserId> by, Instant since) {}

    public record Candidate(FieldCandidate candidate, String extractor) {}
}
