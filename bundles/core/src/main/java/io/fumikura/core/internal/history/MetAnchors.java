package io.fumikura.core.internal.history;

import io.fumikura.history.HistoryVerification.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The anchors of a log, met one after the other while its tree grows. */
final class MetAnchors {

    private final List<Anchored> all;
    private final List<Anchored> good = new ArrayList<>();
    private @Nullable Anchored rewritten;
    private int met;

    MetAnchors(List<Anchored> anchors) {
        all = anchors.stream()
                .sorted(Comparator.comparingLong((Anchored anchor) -> anchor.head().entries()))
                .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Meets those that the tree has reached.
     *
     * @param end number of entries that the tree stands for; empty when some are missing, so that it can't be compared
     * @return those that fit
     */
    List<Anchored> meet(Frontier tree, OptionalLong end) {
        var fitting = new ArrayList<Anchored>();
        while (met < all.size() && all.get(met).head().entries() <= tree.size()) {
            Anchored anchor = all.get(met);
            met++;
            if (end.isEmpty() || anchor.head().entries() != end.getAsLong()) {
                continue;
            }
            if (Arrays.equals(anchor.head().root(), tree.root())) {
                fitting.add(anchor);
            } else if (rewritten == null) {
                rewritten = anchor;
            }
        }
        good.addAll(fitting);
        return fitting;
    }

    /** The first one that does not fit. */
    Optional<Anchored> rewritten() {
        return Optional.ofNullable(rewritten);
    }

    /** The newest one that fits and lies before an entry. */
    Optional<Anchor> lastGood(long before) {
        return good.stream()
                .map(Anchored::anchor)
                .filter(anchor -> anchor.entries() <= before)
                .reduce((first, second) -> second);
    }

    /** Up to which entry time stamps from before the present key's time fit. */
    long coveredByEarlierSeals(MacKey key) {
        return good.stream()
                .filter(anchor -> anchor.keyId().length > 0 && !Arrays.equals(anchor.keyId(), key.id()))
                .mapToLong(anchor -> anchor.anchor().entries())
                .max()
                .orElse(0);
    }

    /** The first one that knows of more entries. */
    Optional<Anchored> beyond(long entries) {
        return all.stream().filter(anchor -> anchor.head().entries() > entries).findFirst();
    }

    static String name(Anchor anchor) {
        return switch (anchor.kind()) {
            case "seal" -> "seal " + anchor.number();
            case "copy" -> "the copy of seal " + anchor.number();
            default -> "the note of " + anchor.at();
        };
    }
}
