package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginList;
import io.fumikura.document.spi.FieldExtractor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which extractors run on this node, and which did until a short while ago, so that no document stays read without one that was only being
 * updated while it came in:
 *
 * <ul>
 *   <li>An extractor that went less than the <em>grace</em> ago (half a minute by default) is <em>awaited</em>: documents wait for it. The same
 *       holds after a start of the platform for those that ran when it ended.
 *   <li>One that has been gone for longer is <em>missing</em> for a day: documents are extracted without it, and marked. When it comes back,
 *       in whatever version, the marked ones are extracted again from their stored pages (see {@link ExtractorMarks}).
 *   <li>After that it is forgotten. Marks stay.
 * </ul>
 *
 * An extractor that comes for the first time changes nothing for documents that were read before. Thread-safe.
 */
final class ExtractorPresence {

    static final Duration REMEMBERED = Duration.ofDays(1);

    private final PluginList<FieldExtractor> extractors;
    private final Duration grace;
    private final Clock clock;
    private final Set<String> present = new TreeSet<>();
    private final Map<String, Instant> gone = new TreeMap<>();
    private Set<String> awaitedBefore = Set.of();

    ExtractorPresence(PluginList<FieldExtractor> extractors, Duration grace, Clock clock) {
        this.extractors = extractors;
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * One moment.
     *
     * @param running extractors to be asked
     * @param awaited identities of those to wait for before anything is extracted
     * @param missing identities of those that are gone for longer
     */
    record Attendance(List<Plugin<FieldExtractor>> running, List<String> awaited, List<String> missing) {

        Set<String> identities() {
            return identitiesOf(running);
        }
    }

    synchronized Attendance now() {
        List<Plugin<FieldExtractor>> running = extractors.all();
        Instant now = clock.instant();
        Set<String> identities = identitiesOf(running);
        present.stream().filter(one -> !identities.contains(one)).forEach(one -> gone.put(one, now));
        present.clear();
        present.addAll(identities);
        gone.keySet().removeAll(identities);
        gone.values().removeIf(since -> !since.plus(REMEMBERED).isAfter(now));
        var awaited = new ArrayList<String>();
        var missing = new ArrayList<String>();
        gone.forEach((one, since) -> (since.plus(grace).isAfter(now) ? awaited : missing).add(one));
        return new Attendance(running, List.copyOf(awaited), List.copyOf(missing));
    }

    /** Whether, since the last call, the time to wait for an extractor has ended or it has come back: who waits should look again. */
    synchronized boolean waitingEnded() {
        Set<String> awaited = Set.copyOf(now().awaited());
        boolean ended = !awaited.containsAll(awaitedBefore);
        awaitedBefore = awaited;
        return ended;
    }

    /** What is known, to be kept over the end of the process: identities, with the time since when each is gone. */
    synchronized Map<String, Optional<Instant>> known() {
        now();
        var known = new TreeMap<String, Optional<Instant>>();
        present.forEach(one -> known.put(one, Optional.empty()));
        gone.forEach((one, since) -> known.put(one, Optional.of(since)));
        return known;
    }

    /** What an earlier process of this node knew. Those that ran then and are not there yet have just gone. */
    synchronized void recall(Map<String, Optional<Instant>> known) {
        Set<String> running = new HashSet<>(now().identities());
        known.forEach((one, since) -> {
            if (!running.contains(one)) {
                gone.putIfAbsent(one, since.orElseGet(clock::instant));
            }
        });
    }

    private static Set<String> identitiesOf(List<Plugin<FieldExtractor>> plugins) {
        var identities = new TreeSet<String>();
        plugins.forEach(one -> identities.add(one.identity()));
        return identities;
    }
}
