package io.fumikura.core.internal.ledger;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.spi.FieldExtractor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledgers whose document types run now. */
@Component(service = LedgerCatalog.class)
public final class LedgerCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCatalog.class);

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private volatile List<DocumentType> types = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private volatile List<FieldExtractor> extractors = List.of();

    @Activate
    public LedgerCatalog() {}

    /** For tests. */
    public LedgerCatalog(List<DocumentType> types, List<FieldExtractor> extractors) {
        this.types = List.copyOf(types);
        this.extractors = List.copyOf(extractors);
    }

    /** All ledgers by id, with the fields that extractors add. */
    public List<LedgerDescription> ledgers() {
        return types.stream()
                .flatMap(type -> description(type).stream())
                .map(this::completed)
                .sorted(Comparator.comparing(LedgerDescription::id))
                .toList();
    }

    public Optional<LedgerDescription> ledger(String id) {
        return type(id).flatMap(LedgerCatalog::description).map(this::completed);
    }

    /** The document type of a ledger. */
    public Optional<DocumentType> type(String ledger) {
        return types.stream()
                .filter(type -> description(type).filter(found -> found.id().equals(ledger)).isPresent())
                .findFirst();
    }

    private static Optional<LedgerDescription> description(DocumentType type) {
        try {
            return Optional.of(type.ledger());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The document type {} does not describe its ledger.", type.getClass().getName(), e);
            return Optional.empty();
        }
    }

    private LedgerDescription completed(LedgerDescription own) {
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        own.fields().forEach(field -> fields.put(field.id(), field));
        for (FieldExtractor extractor : extractors) {
            added(extractor, own.id()).forEach(field -> fields.putIfAbsent(field.id(), field));
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

    private static List<FieldDefinition> added(FieldExtractor extractor, String ledger) {
        try {
            return extractor.fields(ledger);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The extractor {} does not name its fields.", extractor.getClass().getName(), e);
            return List.of();
        }
    }
}
