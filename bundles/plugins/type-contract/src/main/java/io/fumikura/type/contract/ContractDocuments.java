package io.fumikura.type.contract;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Contracts, pledges and the papers that change them. */
@Component
public final class ContractDocuments implements DocumentType {

    @Override
    public LedgerDescription ledger() {
        return ContractLedger.DESCRIPTION;
    }

    @Override
    public Optional<Classification> classify(DocumentText text, String fileName) {
        var opening = new Opening(text.folded());
        return opening.isJapanese() ? JapaneseForm.judge(opening) : EnglishForm.judge(opening, fileName);
    }

    @Override
    public List<FieldCandidate> derive(Map<String, FieldCandidate> values, LocalDate today) {
        return derive(values, Map.of(), today);
    }

    @Override
    public List<FieldCandidate> derive(
            Map<String, FieldCandidate> values, Map<String, Derivation> earlier, LocalDate today) {
        return Deadlines.derive(values, earlier, today);
    }

    @Override
    public List<Warning> check(Map<String, FieldValue> values) {
        return Contradictions.find(values);
    }
}
