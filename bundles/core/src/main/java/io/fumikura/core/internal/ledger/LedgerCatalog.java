package io.fumikura.core.internal.ledger;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.spi.FieldExtractor;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The ledgers whose document types run now. Each plugin is asked once, because its answers must not change while it runs. */
@Component(service = LedgerCatalog.class)
public final class LedgerCatalog {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Plugins plugins;
    private final PluginCalls calls;
    private final AutoCloseable listening;
    private final Map<Plugin<DocumentType>, LedgerDescription> described = new ConcurrentHashMap<>();
    private final Map<Added, List<FieldDefinition>> added = new ConcurrentHashMap<>();

    private record Added(Plugin<FieldExtractor> extractor, String ledger) {}

    @Activate
    public LedgerCatalog(@Reference Plugins plugins, @Reference PluginCalls calls) {
        this.plugins = plugins;
        this.calls = calls;
        listening = plugins.onChange(this::forget);
    }

    /** For tests. */
    public LedgerCatalog(List<DocumentType> types, List<FieldExtractor> extractors) {
        this(new Plugins(), new PluginCalls());
        types.forEach(type -> plugins.types().add(type, Plugin.of(type.getClass().getSimpleName(), type)));
        extractors.forEach(one -> plugins.extractors().add(one, Plugin.of(one.getClass().getSimpleName(), one)));
    }

    @Deactivate
    void close() throws Exception {
        listening.close();
    }

    private void forget() {
        described.clear();
        added.clear();
    }

    /** All ledgers by id, with the fields that extractors add. */
    public List<LedgerDescription> ledgers() {
        return plugins.types().all().stream()
                .flatMap(type -> description(type).stream())
                .map(this::completed)
                .sorted(Comparator.comparing(LedgerDescription::id))
                .toList();
    }

    public Optional<LedgerDescription> ledger(String id) {
        return type(id).flatMap(this::description).map(this::completed);
    }

    /** The document type of a ledger. */
    public Optional<Plugin<DocumentType>> type(String ledger) {
        return plugins.types().all().stream()
                .filter(type -> description(type).filter(found -> found.id().equals(ledger)).isPresent())
                .findFirst();
    }

    private Optional<LedgerDescription> description(Plugin<DocumentType> type) {
        LedgerDescription known = described.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<LedgerDescription> found = ask(type, DocumentType::ledger);
        found.ifPresent(description -> described.put(type, description));
        return found;
    }

    private LedgerDescription completed(LedgerDescription own) {
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        own.fields().forEach(field -> fields.put(field.id(), field));
        for (Plugin<FieldExtractor> extractor : plugins.extractors().all()) {
            added(new Added(extractor, own.id())).forEach(field -> fields.putIfAbsent(field.id(), field));
        }
        return new LedgerDescription(
                own.id(),
                own.label(),
                own.kinds(),
                List.copyOf(fields.values()),
                own.columns(),
                own.overdueField(),
                own.renewedField(),
                own.titleField());
    }

    private List<FieldDefinition> added(Added question) {
        List<FieldDefinition> known = added.get(question);
        if (known != null) {
            return known;
        }
        Optional<List<FieldDefinition>> found =
                ask(question.extractor(), extractor -> List.copyOf(extractor.fields(question.ledger())));
        found.ifPresent(fields -> added.put(question, fields));
        return found.orElse(List.of());
    }

    /** Empty when the plugin fails, which is logged where it is called. */
    private <T, R> Optional<R> ask(Plugin<T> plugin, PluginCalls.Call<T, R> question) {
        try {
            return Optional.ofNullable(calls.call(plugin, Deadline.in(LIMIT), question));
        } catch (DocumentException | PluginException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new PlatformException(Category.UNAVAILABLE, "platform.stopping", "The platform stops.", Map.of(), e);
        }
    }
}
