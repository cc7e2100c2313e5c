package io.fumikura.core.internal.record;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks a document type for derived values and warnings; what it does wrong becomes a warning. */
final class Derivations {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Plugin<DocumentType> type;
    private final PluginCalls calls;
    private final Map<String, FieldType> fields;
    private final List<Warning> troubles = new ArrayList<>();

    /** @param fields of the ledger, with their types */
    Derivations(Plugin<DocumentType> type, PluginCalls calls, Map<String, FieldType> fields) {
        this.type = type;
        this.calls = calls;
        this.fields = fields;
    }

    /** The best derived candidate of each field that has no value; empty when the type does not answer. */
    Optional<Map<String, FieldCandidate>> derive(
            Map<String, FieldCandidate> values, Map<String, Derivation> earlier, LocalDate today) {
        return ask(one -> one.derive(values, earlier, today)).map(derived -> {
            var best = new LinkedHashMap<String, FieldCandidate>();
            for (FieldCandidate candidate : derived) {
                if (candidate.derivation().isPresent()
                        && candidate.value().type() == fields.get(candidate.field())
                        && !values.containsKey(candidate.field())) {
                    best.merge(candidate.field(), candidate, (a, b) -> b.confidence() > a.confidence() ? b : a);
                }
            }
            return best;
        });
    }

    /** The type's warnings, and what went wrong with the type itself. */
    List<Warning> check(Map<String, FieldValue> values) {
        var all = new ArrayList<>(ask(one -> one.check(values)).orElse(List.of()));
        all.addAll(troubles);
        return all;
    }

    private <R> Optional<List<R>> ask(PluginCalls.Call<DocumentType, List<R>> question) {
        try {
            return Optional.of(calls.call(
                    type, Deadline.in(LIMIT), one -> question.on(one).stream().filter(Objects::nonNull).toList()));
        } catch (InterruptedException e) {
            throw new PlatformException(Category.UNAVAILABLE, "platform.stopping", "The platform stops.", Map.of(), e);
        } catch (DocumentException | PluginException e) {
            troubles.add(new Warning(
                    "plugin.failed",
                    new LocalizedText(
                            "文書種別プラグイン " + type.name() + " が失敗しました。", "The document type plugin " + type.name() + " failed."),
                    List.of()));
            return Optional.empty();
        }
    }
}
