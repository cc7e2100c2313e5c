package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.history.HistoryVerification.Anchor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one log from its first byte: sequence, bodies, hashes, the key's mark on each entry, columns, texts, order of times, the tree at every
 * anchor, and the head. Entries that are written meanwhile are left for the next time.
 */
final class LogCheck {

    /** Clocks of several nodes differ a little, and are set right. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final int BLOCK = 2_000;
    private static final int MOST_FOREIGN = 1_000;

    private final Transactions transactions;
    private final MacKey key;
    private final UUID log;
    private final List<Anchored> anchors;
    private final Findings findings;
    private final LongConsumer progress;
    private final BiConsumer<EntryBody, Openings> each;
    private final Frontier frontier = new Frontier();
    private final Set<Long> erased = new HashSet<>();
    private final Set<Long> purged = new HashSet<>();
    private final List<Long> foreign = new ArrayList<>();
    private final List<Anchored> good = new ArrayList<>();
    private @Nullable Anchored rewritten;
    private int nextAnchor;
    private long next;
    private long firstBad = Long.MAX_VALUE;
    private long keyChange = -1;
    private boolean broken;
    private Instant latest = Instant.MIN;

    /**
     * @param anchors of this log
     * @param each takes every entry that is as it was written
     */
    LogCheck(
            Transactions transactions,
            MacKey key,
            UUID log,
            List<Anchored> anchors,
            Findings findings,
            LongConsumer progress,
            BiConsumer<EntryBody, Openings> each) {
        this.transactions = transactions;
        this.key = key;
        this.log = log;
        this.anchors = anchors.stream()
                .sorted(Comparator.comparingLong((Anchored anchor) -> anchor.head().entries()))
                .toList();
        this.findings = findings;
        this.progress = progress;
        this.each = each;
    }

    /** @param root over the entries as they stand; empty when some are missing */
    record Result(long entries, Optional<byte[]> root, OptionalLong firstBad, Optional<Anchor> lastGood, long erasedTexts) {}

    Result run() {
        Optional<Head> head = transactions.read(entities -> Head.find(entities, log));
        long end = head.map(found -> found.frontier().size()).orElse(Long.MAX_VALUE);
        boolean sameKey = head.map(found -> found.isOfKey(key)).orElse(true);
        readAll(end, sameKey);
        checkKey(sameKey);
        checkRewritten();
        if (head.isPresent()) {
            checkEnd(head.get(), sameKey);
        } else if (next > 0 || !anchors.isEmpty()) {
            bad("head.missing", 0, "The head of the log is gone.");
        }
        checkThere();
        checkErased();
        return new Result(
                next,
                broken ? Optional.empty() : Optional.of(frontier.root()),
                firstBad == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(firstBad),
                lastGood(firstBad),
                erased.size());
    }

    private void readAll(long end, boolean sameKey) {
        meetAnchors();
        long from = Long.MIN_VALUE;
        while (true) {
            long start = from;
            LogRow.Block block = transactions.read(entities -> LogRow.read(entities, log, start, end, BLOCK));
            for (LogRow row : block.rows()) {
                take(row, block.values(row), sameKey);
            }
            progress.accept(next);
            if (block.rows().size() < BLOCK) {
                return;
            }
            from = block.rows().get(block.rows().size() - 1).sequence() + 1;
        }
    }

    private void take(LogRow row, byte[] values, boolean sameKey) {
        if (row.sequence() < next) {
            bad("entry.surplus", row.sequence(), "There is an entry with the number " + row.sequence() + ", which no entry has.");
            return;
        }
        if (row.sequence() > next) {
            bad("entry.missing", next, "The entries " + next + " to " + (row.sequence() - 1) + " are gone.");
            broken = true;
        }
        next = row.sequence() + 1;
        byte[] leaf = Hashes.leaf(row.body());
        boolean genuine = !sameKey || Arrays.equals(key.entry(row.leaf()), row.mac());
        if (!Arrays.equals(leaf, row.leaf())) {
            bad("entry.altered", row.sequence(), "The bytes of the entry are not those that were written.");
        } else if (!genuine && foreign.size() < MOST_FOREIGN) {
            foreign.add(row.sequence());
        } else if (genuine && sameKey && row.action().equals("history.key-changed")) {
            keyChange = row.sequence();
        }
        decode(row, values);
        // The hash that the key vouches for is the one that was written, so that one altered entry does not spoil the tree behind it.
        frontier.append(genuine && sameKey ? row.leaf() : leaf);
        meetAnchors();
    }

    private void decode(LogRow row, byte[] values) {
        try {
            EntryBody body = EntryBody.decode(row.body());
            if (body.sequence() != row.sequence() || !body.log().equals(log)) {
                bad("entry.moved", row.sequence(), "The entry belongs to place " + body.sequence() + " of log " + body.log() + ".");
                return;
            }
            if (!isLike(body, row)) {
                bad("entry.columns", row.sequence(), "The columns for lists say something else than the entry.");
            }
            checkTime(body);
            Openings texts = texts(body, row, values);
            if (texts != null) {
                each.accept(body, texts);
            }
        } catch (IllegalArgumentException e) {
            bad("entry.altered", row.sequence(), "The entry can't be read: " + e.getMessage());
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
                    "clock.back", log, body.sequence(), "The clock was set back by " + Duration.between(body.at(), latest) + " before this entry.");
            latest = body.at();
        } else if (body.at().isAfter(latest)) {
            latest = body.at();
        }
        switch (body.action()) {
            case "history.head-altered" -> bad(
                    "head.altered", body.sequence(), "Before this entry the end of the log had been altered from outside.");
            case "history.purged" -> body.fields().forEach(field -> purged.add(Long.parseLong(field)));
            default -> {}
        }
    }

    private @Nullable Openings texts(EntryBody body, LogRow row, byte[] values) {
        try {
            Openings texts = Openings.decode(values, body.slots());
            if (!texts.match(body.slots())) {
                bad("entry.text", row.sequence(), "A text of the entry is not the one that was written.");
                return null;
            }
            if (texts.hasErased()) {
                erased.add(row.sequence());
            }
            return texts;
        } catch (IllegalArgumentException e) {
            bad("entry.text", row.sequence(), "The texts of the entry are gone or damaged.");
            return null;
        }
    }

    private void meetAnchors() {
        while (nextAnchor < anchors.size() && anchors.get(nextAnchor).head().entries() <= frontier.size()) {
            Anchored anchor = anchors.get(nextAnchor);
            nextAnchor++;
            if (broken || anchor.head().entries() != next) {
                continue;
            }
            if (!Arrays.equals(anchor.head().root(), frontier.root())) {
                rewritten = rewritten == null ? anchor : rewritten;
            } else {
                good.add(anchor);
                latest = anchor.anchor().at().isAfter(latest) ? anchor.anchor().at() : latest;
            }
        }
    }

    /** The newest anchor that fits and lies before an entry. */
    private Optional<Anchor> lastGood(long before) {
        return good.stream()
                .map(Anchored::anchor)
                .filter(anchor -> anchor.entries() <= before)
                .reduce((first, second) -> second);
    }

    /** Up to which entry time stamps from before the present key's time fit. */
    private long coveredByEarlierSeals() {
        return good.stream()
                .filter(anchor -> anchor.keyId().length > 0 && !Arrays.equals(anchor.keyId(), key.id()))
                .mapToLong(anchor -> anchor.anchor().entries())
                .max()
                .orElse(0);
    }

    /** Entries without the mark of the present key: made by somebody who does not have it, or before it was replaced. */
    private void checkKey(boolean sameKey) {
        long replaced = sameKey ? keyChange : next;
        if (replaced >= 0) {
            long covered = coveredByEarlierSeals();
            String message = "The entries before " + replaced + " were written with another key than the present one";
            if (covered >= replaced) {
                findings.warning("key.changed", log, replaced, message + "; time stamps cover all of them, and fit.");
            } else {
                bad("key.changed", covered, message + "; time stamps cover those before " + covered + ".");
            }
        }
        foreign.stream().filter(sequence -> sequence > replaced).forEach(sequence -> bad(
                "entry.foreign", sequence, "The entry was not written by the platform: it lacks the mark of its key."));
    }

    /** What an anchor tells only counts when no altered entry before it explains it. */
    private void checkRewritten() {
        Anchored anchor = rewritten;
        if (anchor != null && firstBad >= anchor.head().entries()) {
            long after = lastGood(anchor.head().entries()).map(Anchor::entries).orElse(0L);
            bad(
                    "tree.rewritten",
                    after,
                    "The first " + anchor.head().entries() + " entries are not those of " + name(anchor.anchor())
                            + ": something from entry " + after + " on was written anew with all that follows.");
        }
    }

    private void checkEnd(Head head, boolean sameKey) {
        long size = head.frontier().size();
        if (next < size) {
            bad("entry.missing", next, "The entries from " + next + " to the end, " + (size - 1) + ", are gone.");
            broken = true;
        }
        if (sameKey && !head.isGenuine(key)) {
            bad("head.altered", Math.min(next, size), "The end of the log was altered from outside.");
        } else if (!broken && firstBad == Long.MAX_VALUE && !Arrays.equals(head.frontier().bytes(), frontier.bytes())) {
            bad("tree.rewritten", lastGood(Long.MAX_VALUE).map(Anchor::entries).orElse(0L), "The entries do not make up the tree of the head.");
        }
        for (Anchored anchor : anchors) {
            if (anchor.head().entries() > size) {
                bad(
                        "log.shorter",
                        size,
                        "The log has " + size + " entries, but " + name(anchor.anchor()) + " knows " + anchor.head().entries()
                                + ": the end was cut off, or an old backup restored.");
                break;
            }
        }
        transactions.read(entities -> Heads.surplus(entities, log)).ifPresent(surplus ->
                bad("entry.surplus", surplus, "There are entries behind the end of the log."));
    }

    private void checkThere() {
        if (next == 0 && !anchors.isEmpty()) {
            bad("log.missing", 0, "The log is gone.");
        }
    }

    private void checkErased() {
        erased.stream().filter(sequence -> !purged.contains(sequence)).sorted().forEach(sequence ->
                bad("entry.text", sequence, "A text of the entry was erased without a purge."));
    }

    private static String name(Anchor anchor) {
        return switch (anchor.kind()) {
            case "seal" -> "seal " + anchor.number();
            case "copy" -> "the copy of seal " + anchor.number();
            default -> "the note of " + anchor.at();
        };
    }

    private void bad(String code, long sequence, String message) {
        firstBad = Math.min(firstBad, Math.max(0, sequence));
        findings.bad(code, log, sequence, message);
    }
}
