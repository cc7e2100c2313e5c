package io.fumikura.document.spi;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads field values out of a document's text. All extractors that the tenant's plan allows run; per field the candidate with the
 * highest confidence wins and the others are kept for the user to choose from.
 */
@ConsumerType
public interface FieldExtractor {

    /** Stable name, stored with each value together with the bundle's version, e.g. {@code rules}. */
    String name();

    /**
     * Supporting fields that this extractor adds to a ledger. They appear in the detail of records while the plugin runs, and
     * values already extracted stay. A field of the document type with the same id wins.
     */
    default List<FieldDefinition> fields(String ledger) {
        return List.of();
    }

    /**
     * Finds values. Each candidate's evidence must lie in the document; core drops candidates without evidence and such for fields
     * that are not of the request, and says so in the record's warnings.
     *
     * @return any number of candidates per field; empty when nothing was found
     * @throws DocumentException with the reason
     * @throws InterruptedException when the step's time is over
     */
    List<FieldCandidate> extract(ExtractionRequest request) throws DocumentException, InterruptedException;
}
