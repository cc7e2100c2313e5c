package io.fumikura.document.spi;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.Warning;
import io.fumikura.document.text.DocumentText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A ledger and the documents in it. Everything in which ledgers differ comes from here; the platform and its user interface know no
 * ledger by name.
 */
@ConsumerType
public interface DocumentType {

    /** Names, kinds, fields and columns. Must not change while the plugin runs. */
    LedgerDescription ledger();

    /**
     * Decides whether a document belongs to this ledger, and its kind.
     *
     * @param fileName as uploaded; a hint
     * @return empty when this is no document of the ledger
     */
    Optional<Classification> classify(DocumentText text, String fileName);

    /**
     * Derives values from others, e.g. the end date from start and term. Called after extraction with the winning values and after
     * each edit with the present ones; a derived value never replaces one that was read or typed.
     *
     * @param values present candidates per field id; values typed by a user have confidence 1 and no evidence
     * @param today the day in the tenant's time zone
     * @return candidates with a {@link Derivation}
     */
    List<FieldCandidate> derive(Map<String, FieldCandidate> values, LocalDate today);

    /**
     * As {@link #derive(Map, LocalDate)}, which this calls. Overridden by types that keep how a value was derived although its sources
     * have changed, e.g. a term that ends on its anniversary because the document says so.
     *
     * @param values without those that are to be derived anew
     * @param earlier per field that is to be derived anew, how its present value was derived, by this type or by an extractor
     */
    default List<FieldCandidate> derive(
            Map<String, FieldCandidate> values, Map<String, Derivation> earlier, LocalDate today) {
        return derive(values, today);
    }

    /** Looks for contradictions, e.g. sums that do not add up. A warning never refuses anything. */
    List<Warning> check(Map<String, FieldValue> values);

    /**
     * @param kind id of a kind of the ledger
     * @param confidence 0…1; among ledgers the highest wins when the user did not choose one
     */
    record Classification(String kind, double confidence) {}
}
