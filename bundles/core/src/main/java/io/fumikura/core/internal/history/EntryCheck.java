package io.fumikura.core.internal.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Looks into the entries of one log, one after the other: place, columns, order of times, texts, and whether a purge explains erased ones. */
final class EntryCheck {

    /** Clocks of several nodes differ a little, and are set right. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final UUID log;
    private final LogFindings findings;
    private final BiConsumer<EntryBody, Openings> each;
    private final Set<Long> erased = new HashSet<>();
    private final Set<Long> purged = new HashSet<>();
    private Instant latest = Instant.MIN;

    /** @param each takes every entry that is as it was written */
    EntryCheck(UUID log, LogFindings findings, BiConsumer<EntryBody, Openings> each) {
        this.log = log;
        this.findings = findings;
        this.each = each;
    }

    void take(LogRow row, byte[] values) {
        try {
            EntryBody body = EntryBody.decode(row.body());
            if (body.sequence() != row.sequence() || !body.log().equals(log)) {
                findings.bad(
                        "entry.moved", row.sequence(), "The entry belongs to place " + body.sequence() + " of log " + body.log() + ".");
                return;
            }
            if (!isLike(body, row)) {
                findings.bad("entry.columns", row.sequence(), "The columns for lists say something else than the entry.");
            }
            checkTime(body);
            noteActions(body);
            Openings texts = texts(body, row, values);
            if (texts != null) {
                each.accept(body, texts);
            }
        } catch (IllegalArgumentException e) {
            findings.bad("entry.altered", row.sequence(), "The entry can't be read: " + e.getMessage());
        }
    }

    private static boolean isLike(EntryBody body, LogRow row) {
        return body.at().equals(row.at())
                && Objects.equals(body.user(), row.user())
                && body.action().equals(row.action())
                && body.subject().type().equals(row.subjectType())
                && body.subject().id().equals(row.subjectId())
                && body.revision() == row.revision();
    }

    private void checkTime(EntryBody body) {
        if (body.at().plus(TOLERANCE).isBefore(latest)) {
            findings.warning(
                    "clock.back", body.sequence(), "The clock was set back by " + Duration.between(body.at(), latest) + " before this entry.");
            latest = body.at();
        } else {
            goOnFrom(body.at());
        }
    }

    /** The entries to come were written after a moment. */
    void goOnFrom(Instant moment) {
        latest = moment.isAfter(latest) ? moment : latest;
    }

    private void noteActions(EntryBody body) {
        switch (body.action()) {
            case "history.head-altered" -> findings.bad(
                    "head.altered", body.sequence(), "Before this entry the end of the log had been altered from outside.");
            case "history.purged" -> body.fields().forEach(field -> purged.add(Long.parseLong(field)));
            default -> {}
        }
    }

    private @Nullable Openings texts(EntryBody body, LogRow row, byte[] values) {
        try {
            Openings texts = Openings.decode(values, body.slots());
            if (!texts.match(body.slots())) {
                findings.bad("entry.text", row.sequence(), "A text of the entry is not the one that was written.");
                return null;
            }
            if (texts.hasErased()) {
                erased.add(row.sequence());
            }
            return texts;
        } catch (IllegalArgumentException e) {
            findings.bad("entry.text", row.sequence(), "The texts of the entry are gone or damaged.");
            return null;
        }
    }

    /** When the last entry was taken. @return number of entries that lack texts */
    long end() {
        erased.stream().filter(sequence -> !purged.contains(sequence)).sorted().forEach(sequence ->
                findings.bad("entry.text", sequence, "A text of the entry was erased without a purge."));
        return erased.size();
    }
}
