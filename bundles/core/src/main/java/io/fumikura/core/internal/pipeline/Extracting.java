package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Tiers;
import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.core.internal.record.Extraction;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.text.DocumentText;
import io.fumikura.plan.spi.PlanTier;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The step {@code extract}: asks all extractors and merges what they find. One that fails is named in a warning; one that is away for a moment
 * is waited for, see {@link ExtractorPresence}.
 */
final class Extracting {

    private final ExtractorPresence presence;
    private final PluginCalls calls;
    private final Tiers tiers;
    private final Transactions transactions;
    private final Duration limit;

    Extracting(ExtractorPresence presence, PluginCalls calls, Tiers tiers, Transactions transactions, Duration limit) {
        this.presence = presence;
        this.calls = calls;
        this.tiers = tiers;
        this.transactions = transactions;
        this.limit = limit;
    }

    private record Answer(String extractor, List<FieldCandidate> candidates) {}

    /** @param fields all of the ledger, with those that extractors added */
    Extraction extract(
            StoredDocument document, Classifying.Place place, List<FieldDefinition> fields, DocumentText text)
            throws StepException, InterruptedException {
        ExtractorPresence.Attendance attendance = presence.now();
        List<Plugin<FieldExtractor>> extractors = attendance.running();
        if (extractors.isEmpty()) {
            throw StepException.waitingFor("an extractor");
        }
        if (!attendance.awaited().isEmpty()) {
            throw StepException.waitingFor("the extractor " + String.join(", ", attendance.awaited()));
        }
        TenantRow tenant = transactions.read(entities -> entities.find(TenantRow.class, document.tenant().value()));
        Set<String> languages = languages(tenant.plan);
        ExtractionRequest request = request(document, place, fields, text, tenant, languages);
        var merge = new CandidateMerge(text, fields);
        var warnings = new ArrayList<Warning>();
        var failures = new ArrayList<StepException>();
        var names = new ArrayList<String>();
        for (Plugin<FieldExtractor> extractor : extractors) {
            try {
                Answer answer = ask(extractor, request);
                merge.add(answer.extractor(), answer.candidates());
                names.add(answer.extractor());
            } catch (DocumentException e) {
                failures.add(Failures.of(e));
                warnings.add(failed(extractor.name(), String.valueOf(e.getMessage())));
            } catch (PluginException e) {
                if (e.sort() == Sort.GONE) {
                    throw Failures.of(e);
                }
                failures.add(Failures.of(e));
                warnings.add(failed(extractor.name(), String.valueOf(e.getMessage())));
            }
        }
        if (failures.size() == extractors.size()) {
            throw failures.get(0);
        }
        warnings.addAll(merge.warnings());
        if (!languages.contains("en") && Script.isLatin(text.folded())) {
            warnings.add(notInPlan());
        }
        return new Extraction(merge.ranked(), warnings, names, attendance.missing());
    }

    /** Once more when what the extractor needs was away for a moment. */
    private Answer ask(Plugin<FieldExtractor> extractor, ExtractionRequest request)
            throws DocumentException, PluginException, InterruptedException {
        try {
            return calls.call(extractor, Deadline.in(limit), service -> answer(extractor, service, request));
        } catch (DocumentException e) {
            if (e.reason() != DocumentException.Reason.UNAVAILABLE) {
                throw e;
            }
            return calls.call(extractor, Deadline.in(limit), service -> answer(extractor, service, request));
        }
    }

    private static Answer answer(Plugin<FieldExtractor> plugin, FieldExtractor service, ExtractionRequest request)
            throws DocumentException, InterruptedException {
        List<FieldCandidate> found = service.extract(request);
        // Copied here, so that a list that misbehaves does so within the guarded call. Not List.copyOf: nulls are dropped with a warning.
        return new Answer(name(plugin, service), new ArrayList<>(found));
    }

    /** The extractor's own name with the version of its bundle. */
    private static String name(Plugin<?> plugin, FieldExtractor service) {
        String version = plugin.name().substring(plugin.name().lastIndexOf(' ') + 1);
        String name = service.name() + " " + version;
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private ExtractionRequest request(
            StoredDocument document,
            Classifying.Place place,
            List<FieldDefinition> fields,
            DocumentText text,
            TenantRow tenant,
            Set<String> languages) {
        return new ExtractionRequest(
                place.ledger(),
                place.kind(),
                fields,
                text,
                document.fileName(),
                Set.copyOf(tenant.ownNames),
                Set.copyOf(tenant.ownNumbers),
                languages,
                LocalDate.now(ZoneId.of(tenant.timeZone)));
    }

    /** While the tier is away nothing is held back: the plan was checked when the document was taken. */
    private Set<String> languages(String plan) throws InterruptedException {
        boolean english = tiers.terms(plan)
                .map(terms -> terms.features().contains(PlanTier.Features.ENGLISH_EXTRACTION))
                .orElse(true);
        return english ? Set.of("ja", "en") : Set.of("ja");
    }

    private static Warning notInPlan() {
        return new Warning(
                "plan.no-english",
                new LocalizedText(
                        "英語の文書から項目を読み取る機能は、ご契約のプランに含まれていません。項目は手で入力できます。",
                        "Reading fields from English documents is not part of your company's plan. The fields can be typed in."),
                List.of());
    }

    private static Warning failed(String extractor, String message) {
        return new Warning(
                "extractor.failed",
                new LocalizedText("抽出プラグイン " + extractor + " が失敗しました。", "The extractor " + extractor + " failed: " + message),
                List.of());
    }
}
