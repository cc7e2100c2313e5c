package io.fumikura.core.internal.history;

import io.fumikura.history.HistoryVerification.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** What a verification has found so far: the first of each kind in each log, and a count of the others. Thread-safe. */
final class Findings {

    private static final int MOST_OF_A_KIND = 100;

    private final List<Finding> all = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean bad;

    synchronized void bad(String code, UUID log, long sequence, String message) {
        add(new Finding(code, false, log.toString(), OptionalLong.of(sequence), message));
    }

    synchronized void bad(String code, UUID log, String message) {
        add(new Finding(code, false, log.toString(), OptionalLong.empty(), message));
    }

    /** About all logs. */
    synchronized void bad(String code, String message) {
        add(new Finding(code, false, "", OptionalLong.empty(), message));
    }

    synchronized void warning(String code, UUID log, long sequence, String message) {
        add(new Finding(code, true, log.toString(), OptionalLong.of(sequence), message));
    }

    synchronized void warning(String code, String message) {
        add(new Finding(code, true, "", OptionalLong.empty(), message));
    }

    private void add(Finding finding) {
        bad |= !finding.warning();
        int count = counts.merge(finding.code() + finding.log(), 1, Integer::sum);
        if (count <= MOST_OF_A_KIND) {
            all.add(finding);
        }
    }

    synchronized boolean isBad() {
        return bad;
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    /** The lowest entries first, after what is about no entry; at most 1,000. */
    synchronized List<Finding> list() {
        return all.stream()
                .sorted(Comparator.comparingLong(finding -> finding.sequence().orElse(-1)))
                .limit(1000)
                .toList();
    }
}
