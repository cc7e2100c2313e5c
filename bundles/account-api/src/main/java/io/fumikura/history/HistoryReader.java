package io.fumikura.history;

import io.fumikura.account.Caller;
import io.fumikura.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shows the history of the caller's tenant, and to operators who ask for it that of the platform. For auditors, administrators of the tenant and
 * operators; others get {@code permission.missing}. Thread-safe.
 */
@ProviderType
public interface HistoryReader {

    /**
     * Entries, newest first.
     *
     * @param page where to go on, as answered before; empty for the newest
     * @throws io.fumikura.account.PlatformException {@code history.page} for a page that was not answered before
     */
    Entries list(Caller caller, Filter filter, Optional<String> page, int limit);

    /** Actions that occur in the log, for choosing one. */
    List<String> actions(Caller caller, Log log);

    /** All time stamps over the log, newest first, at most 1,000. */
    List<Seal> seals(Caller caller, Log log);

    /** Which log is meant. */
    enum Log {
        /** The caller's tenant's. */
        TENANT,
        /** The platform's own, for operators. */
        PLATFORM
    }

    /**
     * What is wanted; empty components do not limit.
     *
     * @param action exact, or all that begin with it when it ends with a dot
     * @param from first moment
     * @param until first moment after the period
     * @param subject id of what the entries are about
     */
    record Filter(
            Log log,
            Optional<UserId> user,
            Optional<String> action,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<UUID> subject) {}

    /** @param next where to go on; empty at the end */
    record Entries(List<Entry> entries, Optional<String> next) {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One action.
     *
     * @param sequence its place in the log, from 0 on
     * @param user who did it; empty for the platform itself and for those who were not signed in
     * @param by that user's name at that time
     * @param actsFor name of the user in whose place it was done; empty for nobody
     * @param address network address of the client; empty when it is not known
     * @param action stable code, e.g. {@code record.edited}
     * @param subjectType e.g. {@code record}
     * @param subjectName what people call the subject now; empty when it is gone or has no name
     * @param reason as given; empty when none was
     */
    record Entry(
            long sequence,
            Instant at,
            Optional<UserId> user,
            String by,
            String actsFor,
            String address,
            String action,
            String subjectType,
            UUID subjectId,
            String subjectName,
            List<Change> changes,
            String reason) {

        public Entry {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param field id of what was changed; empty when the texts are about the subject as a whole
     * @param from in text form; empty when there was nothing
     * @param to in text form; empty when nothing is left
     */
    record Change(String field, String from, String to) {}

    /**
     * A time stamp over the heads of all logs.
     *
     * @param entries how many entries of this log it covers
     * @param root of this log's tree over those entries, 64 hexadecimal digits
     * @param authority who stamped
     * @param keyId SHA-256 of the stamping certificate, 64 hexadecimal digits
     */
    record Seal(long number, Instant at, long entries, String root, String authority, String keyId) {}
}
