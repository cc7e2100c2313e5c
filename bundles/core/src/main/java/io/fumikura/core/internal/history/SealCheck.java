package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.history.HistoryVerification.Anchor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the seals in the database and their copies outside of it, and tells what logs are to be compared with: each seal whose time stamp is valid,
 * by a trusted key and for this platform, and the platform's own notes.
 */
final class SealCheck {

    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Sealing sealing;
    private final Findings findings;
    private final Map<UUID, List<Anchored>> anchors = new HashMap<>();
    private @Nullable UUID platform;

    SealCheck(Transactions transactions, Sealing sealing, Findings findings) {
        this.transactions = transactions;
        this.sealing = sealing;
        this.findings = findings;
    }

    /** Anchors of each log. */
    Map<UUID, List<Anchored>> run() {
        List<Seals.Stored> stored = transactions.read(entities -> Seals.from(entities, 1));
        platform = identity(stored);
        checkRow(stored);
        stored.forEach(seal -> check(seal.number(), seal.seal(), "seal"));
        checkCopies(stored);
        for (HistoryFolder.Mark mark : sealing.folder().marks()) {
            add(new Anchor("mark", 0, mark.at(), mark.entries()), new SealedHead(mark.log(), mark.entries(), mark.root()), new byte[0]);
        }
        sealing.overdueSince().ifPresent(since -> findings.warning(
                "seal.overdue", "Entries wait for a seal since " + since + "; see the log of the platform and the time stamp authority."));
        return anchors;
    }

    private @Nullable UUID identity(List<Seals.Stored> stored) {
        Optional<UUID> identity = sealing.folder().identity();
        if (identity.isEmpty() && !stored.isEmpty()) {
            findings.warning(
                    "memory.missing",
                    "What the platform notes outside of the database is gone (data/history); restore it from the backup.");
        }
        return identity.orElse(null);
    }

    /** Numbers without gaps, each statement with the hash of the one before it. */
    private void checkRow(List<Seals.Stored> stored) {
        long number = 1;
        byte[] before = new byte[Hashes.LENGTH];
        for (Seals.Stored seal : stored) {
            if (seal.number() != number) {
                findings.bad("seal.missing", "The seals " + number + " to " + (seal.number() - 1) + " are gone.");
            } else {
                try {
                    SealStatement statement = SealStatement.decode(seal.seal().statement());
                    if (!Arrays.equals(statement.before(), before)
                            || statement.number() != number
                            || !statement.at().equals(seal.at())) {
                        findings.bad("seal.altered", "Seal " + number + " does not follow the one before it.");
                    }
                } catch (IllegalArgumentException e) {
                    findings.bad("seal.altered", "Seal " + number + " can't be read.");
                }
            }
            before = Hashes.of(seal.seal().statement());
            number = seal.number() + 1;
        }
    }

    /** A seal itself; when it is good, its heads are anchors. */
    private boolean check(long number, StoredSeal seal, String kind) {
        String name = (kind.equals("seal") ? "Seal " : "The copy of seal ") + number;
        SealStatement statement;
        Stamp stamp;
        try {
            statement = SealStatement.decode(seal.statement());
            stamp = Stamp.verify(seal.token(), seal.statement());
        } catch (IllegalArgumentException e) {
            findings.bad("seal.altered", name + " is not valid: " + e.getMessage());
            return false;
        }
        if (!Arrays.equals(statement.root(), Proofs.root(seal.leaves())) || statement.logs() != seal.heads().size()) {
            findings.bad("seal.altered", name + " covers other heads than those beside it.");
            return false;
        }
        if (!sealing.isTrusted(stamp.keyId())) {
            findings.bad("seal.key", name + " was stamped with a key that is not known here: " + stamp.keyId() + ".");
            return false;
        }
        if (platform != null && !statement.platform().equals(platform)) {
            findings.bad("seal.identity", name + " is of another platform: " + statement.platform() + ".");
            return false;
        }
        if (Duration.between(statement.at(), stamp.at()).abs().compareTo(CLOCKS) > 0) {
            findings.warning(
                    "clock.differs", name + ": the platform's clock said " + statement.at() + ", the authority's " + stamp.at() + ".");
        }
        Instant at = statement.at();
        seal.heads().forEach(head -> add(new Anchor(kind, number, at, head.entries()), head, statement.keyId()));
        return true;
    }

    private void checkCopies(List<Seals.Stored> stored) {
        var known = new TreeMap<Long, byte[]>();
        stored.forEach(seal -> known.put(seal.number(), seal.seal().statement()));
        var unreadable = new ArrayList<String>();
        long last = known.isEmpty() ? 0 : known.lastKey();
        boolean told = false;
        for (StoredSeal copy : sealing.folder().kept(unreadable)) {
            long number = number(copy);
            byte[] own = known.get(number);
            if (own != null && Arrays.equals(own, copy.statement())) {
                continue;
            }
            if (check(number, copy, "copy") && !told) {
                told = true;
                findings.bad(
                        "seal.missing",
                        own == null
                                ? "There is a copy of seal " + number + ", but the database ends with seal " + last
                                        + ": an old backup was restored, or seals were removed."
                                : "Seal " + number + " in the database is another one than its copy.");
            }
        }
        unreadable.forEach(file -> findings.bad("seal.altered", "The copy " + file + " can't be read."));
    }

    private static long number(StoredSeal seal) {
        try {
            return SealStatement.decode(seal.statement()).number();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private void add(Anchor anchor, SealedHead head, byte[] keyId) {
        anchors.computeIfAbsent(head.log(), log -> new ArrayList<>()).add(new Anchored(anchor, head, keyId));
    }
}
