package io.fumikura.core.internal.record;

import io.fumikura.core.internal.persistence.Interlude;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What document types answer about values. They are asked outside of transactions, so that no plugin is waited for while rows are locked: the
 * first time that a transaction needs an answer it is rolled back for an {@link Interlude}, and finds the answer here when it runs again. Each
 * answer is used once. Thread-safe.
 */
final class Answers {

    /** Left over are only answers of which the record was changed by somebody else before they were used. */
    private static final int MOST_KEPT = 1_000;

    private final PluginCalls calls;
    private final Map<Question, Answer> kept = new LinkedHashMap<>();

    Answers(PluginCalls calls) {
        this.calls = calls;
    }

    /**
     * @param fields of the ledger, with their types
     * @param values present ones, without those that are to be derived anew
     * @param earlier how those were derived
     * @param emptied fields that a user emptied, which stay so
     * @param present all present ones, which are checked when nothing is derived
     */
    record Question(
            Plugin<DocumentType> type,
            Map<String, FieldType> fields,
            Map<String, FieldCandidate> values,
            Map<String, Derivation> earlier,
            Set<String> emptied,
            Map<String, FieldValue> present,
            LocalDate today) {}

    /** @param derived empty when the type does not answer */
    record Answer(Optional<Map<String, FieldCandidate>> derived, List<Warning> warnings) {}

    /** @throws Interlude when the type has to be asked first */
    Answer to(Question question) {
        synchronized (kept) {
            Answer answer = kept.remove(question);
            if (answer != null) {
                return answer;
            }
        }
        throw new Asking(question);
    }

    private final class Asking extends Interlude {

        private static final long serialVersionUID = 1L;
        private final transient Question question;

        Asking(Question question) {
            this.question = question;
        }

        @Override
        public void run() {
            Answer answer = ask(question);
            synchronized (kept) {
                kept.put(question, answer);
                if (kept.size() > MOST_KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        }
    }

    private Answer ask(Question question) {
        var derivations = new Derivations(question.type(), calls, question.fields());
        Optional<Map<String, FieldCandidate>> derived =
                derivations.derive(question.values(), question.earlier(), question.today());
        Map<String, FieldValue> values = derived.map(found -> with(found, question)).orElse(question.present());
        return new Answer(derived, derivations.check(values));
    }

    private static Map<String, FieldValue> with(Map<String, FieldCandidate> derived, Question question) {
        var all = new LinkedHashMap<String, FieldValue>();
        question.values().forEach((field, candidate) -> all.put(field, candidate.value()));
        derived.forEach((field, candidate) -> {
            if (!question.emptied().contains(field)) {
                all.put(field, candidate.value());
            }
        });
        return all;
    }
}
