package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.document.Kind;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.spi.DocumentType.Classification;
import io.fumikura.document.text.DocumentText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The step {@code classify}: to which ledger and kind a document belongs. */
final class Classifying {

    private static final String OTHER = "other";

    private final Plugins plugins;
    private final PluginCalls calls;
    private final Duration limit;

    Classifying(Plugins plugins, PluginCalls calls, Duration limit) {
        this.plugins = plugins;
        this.calls = calls;
        this.limit = limit;
    }

    /** @param kind id of one of the ledger's kinds */
    record Place(String ledger, String kind) {}

    private record Answer(LedgerDescription ledger, Optional<Classification> classification) {

        double confidence() {
            return classification.map(Classification::confidence).orElse(0.0);
        }

        Place place() {
            return new Place(ledger.id(), classification.map(Classification::kind).orElseGet(this::other));
        }

        private String other() {
            return ledger.kinds().stream().map(Kind::id).filter(OTHER::equals).findFirst().orElse(ledger.kinds().get(0).id());
        }
    }

    /** A ledger that is decided stays; otherwise the surest document type wins, and the first ledger takes what nobody claims. */
    Place classify(StoredDocument document, DocumentText text) throws StepException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (Plugin<DocumentType> type : plugins.types().all()) {
            ask(type, document, text).ifPresent(answers::add);
        }
        answers.sort(Comparator.comparing(answer -> answer.ledger().id()));
        if (document.ledger().isPresent()) {
            String ledger = document.ledger().get();
            return answers.stream()
                    .filter(answer -> answer.ledger().id().equals(ledger))
                    .findFirst()
                    .orElseThrow(() -> StepException.waitingFor("the document type of the ledger " + ledger))
                    .place();
        }
        Optional<Answer> best = answers.stream()
                .filter(answer -> answer.classification().isPresent())
                .max(Comparator.comparingDouble(Answer::confidence));
        if (best.isPresent()) {
            return best.get().place();
        }
        return answers.stream().findFirst().orElseThrow(() -> StepException.waitingFor("a document type")).place();
    }

    /** Empty when the type is of another ledger than the decided one, was taken away, or answers nonsense. */
    private Optional<Answer> ask(Plugin<DocumentType> type, StoredDocument document, DocumentText text)
            throws StepException, InterruptedException {
        try {
            LedgerDescription ledger = calls.call(type, Deadline.in(Limits.QUICK), DocumentType::ledger);
            if (document.ledger().isPresent() && !document.ledger().get().equals(ledger.id())) {
                return Optional.empty();
            }
            Optional<Classification> answer =
                    calls.call(type, Deadline.in(limit), service -> service.classify(text, document.fileName()));
            return Optional.of(new Answer(ledger, answer.filter(one -> isSensible(one, ledger))));
        } catch (PluginException e) {
            if (e.sort() == Sort.GONE) {
                return Optional.empty();
            }
            throw Failures.of(e);
        } catch (DocumentException e) {
            throw Failures.of(e);
        }
    }

    private static boolean isSensible(Classification answer, LedgerDescription ledger) {
        return answer.confidence() >= 0
                && answer.confidence() <= 1
                && ledger.kinds().stream().anyMatch(kind -> kind.id().equals(answer.kind()));
    }
}
