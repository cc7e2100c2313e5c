package io.fumikura.type.book;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** The ledger {@code books}. */
@Component
public final class BookDocumentType implements DocumentType {

    private static final LedgerDescription LEDGER = new LedgerDescription(
            "books",
            new LocalizedText("帳票", "Books"),
            BookKind.kinds(),
            BookFields.definitions(),
            BookFields.columns(),
            null,
            null,
            BookFields.TITLE);

    private final BookClassifier classifier = new BookClassifier();
    private final BookDerivation derivation = new BookDerivation();
    private final AmountCheck amounts = new AmountCheck();
    private final NumberCheck numbers = new NumberCheck();

    @Override
    public LedgerDescription ledger() {
        return LEDGER;
    }

    @Override
    public Optional<Classification> classify(DocumentText text, String fileName) {
        return classifier.classify(text);
    }

    @Override
    public List<FieldCandidate> derive(Map<String, FieldCandidate> values, LocalDate today) {
        return derivation.derive(values);
    }

    @Override
    public List<Warning> check(Map<String, FieldValue> values) {
        var warnings = new ArrayList<Warning>();
        warnings.addAll(numbers.check(values));
        warnings.addAll(amounts.check(values));
        return warnings;
    }
}
