package io.fumikura.core.internal.record;

import io.fumikura.core.internal.plugin.TimeLimit;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a document type for derived values and warnings; what it does wrong becomes a warning. */
final class Derivations {

    private static final Logger LOG = LoggerFactory.getLogger(Derivations.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final DocumentType type;
    private final List<Warning> troubles = new ArrayList<>();

    Derivations(DocumentType type) {
        this.type = type;
    }

    /** The best derived candidate of each field that has no value yet. */
    Map<String, FieldCandidate> derive(Map<String, FieldCandidate> values, LocalDate today) {
        var best = new LinkedHashMap<String, FieldCandidate>();
        List<FieldCandidate> derived = ask("derive", () -> type.derive(values, today), List.of());
        for (FieldCandidate candidate : derived) {
            if (candidate.derivation().isPresent() && !values.containsKey(candidate.field())) {
                best.merge(candidate.field(), candidate, (a, b) -> b.confidence() > a.confidence() ? b : a);
            }
        }
        return best;
    }

    /** The type's warnings, and what went wrong with the type itself. */
    List<Warning> check(Map<String, FieldValue> values) {
        var all = new ArrayList<>(ask("check", () -> type.check(values), List.<Warning>of()));
        all.addAll(troubles);
        return all;
    }

    private <T> T ask(String what, Callable<T> question, T otherwise) {
        try {
            return TimeLimit.call(what, LIMIT, question);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The document type {} failed to {}.", type.getClass().getName(), what, e);
            troubles.add(new Warning(
                    "plugin.failed",
                    new LocalizedText(
                            "文書種別プラグイン " + type.getClass().getSimpleName() + " が失敗しました。",
                            "The document type plugin " + type.getClass().getSimpleName() + " failed."),
                    List.of()));
            return otherwise;
        }
    }
}
