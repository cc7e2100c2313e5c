package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.history.HistoryVerification.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/**
 * Verifies one log from its first byte: sequence, hashes, the key's mark on each entry, what stands in it ({@link EntryCheck}), the tree at every
 * anchor ({@link MetAnchors}), and the head. Entries that are written meanwhile are left for the next time.
 */
final class LogCheck {

    private static final int BLOCK = 2_000;
    private static final int MOST_FOREIGN = 1_000;

    private final Transactions transactions;
    private final MacKey key;
    private final UUID log;
    private final MetAnchors anchors;
    private final LogFindings findings;
    private final EntryCheck entries;
    private final LongConsumer progress;
    private final Frontier frontier = new Frontier();
    private final List<Long> foreign = new ArrayList<>();
    private long next;
    private long keyChange = -1;
    private boolean broken;

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
        this.anchors = new MetAnchors(anchors);
        this.findings = new LogFindings(findings, log);
        this.progress = progress;
        entries = new EntryCheck(log, this.findings, each);
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
        long erased = entries.end();
        OptionalLong firstBad = findings.firstBad();
        return new Result(
                next,
                broken ? Optional.empty() : Optional.of(frontier.root()),
                firstBad,
                anchors.lastGood(firstBad.orElse(Long.MAX_VALUE)),
                erased);
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
        entries.take(row, values);
        // The hash that the key vouches for is the one that was written, so that one altered entry does not spoil the tree behind it.
        frontier.append(genuine && sameKey ? row.leaf() : leaf);
        meetAnchors();
    }

    private void meetAnchors() {
        anchors.meet(frontier, broken ? OptionalLong.empty() : OptionalLong.of(next))
                .forEach(anchor -> entries.goOnFrom(anchor.anchor().at()));
    }

    /** Entries without the mark of the present key: made by somebody who does not have it, or before it was replaced. */
    private void checkKey(boolean sameKey) {
        long replaced = sameKey ? keyChange : next;
        if (replaced >= 0) {
            long covered = anchors.coveredByEarlierSeals(key);
            String message = "The entries before " + replaced + " were written with another key than the present one";
            if (covered >= replaced) {
                findings.warning("key.changed", replaced, message + "; time stamps cover all of them, and fit.");
            } else {
                bad("key.changed", covered, message + "; time stamps cover those before " + covered + ".");
            }
        }
        foreign.stream().filter(sequence -> sequence > replaced).forEach(sequence -> bad(
                "entry.foreign", sequence, "The entry was not written by the platform: it lacks the mark of its key."));
    }

    /** What an anchor tells only counts when no altered entry before it explains it. */
    private void checkRewritten() {
        anchors.rewritten().filter(anchor -> findings.isSoundBefore(anchor.head().entries())).ifPresent(anchor -> {
            long after = anchors.lastGood(anchor.head().entries()).map(Anchor::entries).orElse(0L);
            bad(
                    "tree.rewritten",
                    after,
                    "The first " + anchor.head().entries() + " entries are not those of " + MetAnchors.name(anchor.anchor())
                            + ": something from entry " + after + " on was written anew with all that follows.");
        });
    }

    private void checkEnd(Head head, boolean sameKey) {
        long size = head.frontier().size();
        if (next < size) {
            bad("entry.missing", next, "The entries from " + next + " to the end, " + (size - 1) + ", are gone.");
            broken = true;
        }
        if (sameKey && !head.isGenuine(key)) {
            bad("head.altered", Math.min(next, size), "The end of the log was altered from outside.");
        } else if (!broken && findings.firstBad().isEmpty() && !Arrays.equals(head.frontier().bytes(), frontier.bytes())) {
            bad("tree.rewritten", anchors.lastGood(Long.MAX_VALUE).map(Anchor::entries).orElse(0L), "The entries do not make up the tree of the head.");
        }
        anchors.beyond(size).ifPresent(anchor -> bad(
                "log.shorter",
                size,
                "The log has " + size + " entries, but " + MetAnchors.name(anchor.anchor()) + " knows " + anchor.head().entries()
                        + ": the end was cut off, or an old backup restored."));
        transactions.read(entities -> Heads.surplus(entities, log)).ifPresent(surplus ->
                bad("entry.surplus", surplus, "There are entries behind the end of the log."));
    }

    private void checkThere() {
        if (next == 0 && !anchors.isEmpty()) {
            bad("log.missing", 0, "The log is gone.");
        }
    }

    private void bad(String code, long sequence, String message) {
        findings.bad(code, sequence, message);
    }
}
