package io.fumikura.history;

import io.fumikura.account.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies that no entry of the history was altered, removed, added or reordered, and seals it with time stamps. Thread-safe. For auditors,
 * administrators of the tenant (their log) and operators (all logs).
 */
@ProviderType
public interface HistoryVerification {

    /**
     * Begins to verify in the background, unless it runs for this scope already.
     *
     * @param files whether also every registered file is read from the storage and compared with the hash in its entry, which takes long
     */
    Report start(Caller caller, Scope scope, boolean files);

    /** The running verification, or the last one since the platform's start; empty when there was none. */
    Optional<Report> report(Caller caller, Scope scope);

    /**
     * Seals all logs now, for operators and administrators; the platform does it daily by itself.
     *
     * @throws io.fumikura.account.PlatformException {@code history.not-sealed} with the reason
     */
    long seal(Caller caller);

    enum Scope {
        /** The caller's tenant's log. */
        TENANT,
        /** All logs; for operators. */
        ALL
    }

    enum State {
        RUNNING,
        /** Nothing was found. */
        GOOD,
        /** There are findings, all of them warnings. */
        DOUBTFUL,
        /** Something was altered. */
        BAD,
        /** The verification itself could not be done; see the finding. */
        FAILED
    }

    /**
     * How it stands.
     *
     * @param done entries read so far
     * @param total entries to be read
     * @param findings at most 1,000, those of the lowest entries first
     */
    record Report(
            State state,
            Scope scope,
            boolean files,
            Instant started,
            Optional<Instant> ended,
            String by,
            long done,
            long total,
            long filesDone,
            long erasedTexts,
            List<LogReport> logs,
            List<Finding> findings) {

        public Report {
            logs = List.copyOf(logs);
            findings = List.copyOf(findings);
        }
    }

    /**
     * One log.
     *
     * @param name of the tenant; empty for the platform's own
     * @param root of the tree over all entries as they stand, 64 hexadecimal digits
     * @param firstBad lowest sequence number that is not as it was written; empty when all are. When entries were rewritten with everything that
     *     follows, it is the first one after the last good anchor
     * @param lastGood the newest time stamp (or other memory of the log) that still fits, before {@code firstBad}
     */
    record LogReport(
            String log,
            String name,
            long entries,
            String root,
            OptionalLong firstBad,
            Optional<Anchor> lastGood) {}

    /**
     * Something that remembers how a log was.
     *
     * @param kind {@code seal}, {@code copy} (of a seal, outside of the database) or {@code mark} (the platform's own note outside of the
     *     database)
     * @param number of the seal; 0 for a mark
     * @param entries how many entries it covers
     */
    record Anchor(String kind, long number, Instant at, long entries) {}

    /**
     * Something that is not as it should be.
     *
     * @param code stable, e.g. {@code entry.altered}; the user interface has a text for each
     * @param warning whether it may have an innocent reason
     * @param log id of the log; empty when it is about all of them
     * @param sequence of the entry; empty when it is about none
     * @param message English, what is so
     */
    record Finding(String code, boolean warning, String log, OptionalLong sequence, String message) {}
}
