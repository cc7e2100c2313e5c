package io.fumikura.extract.rules.book;

import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.extract.rules.RulesExtractor;
import io.fumikura.testkit.FieldExtractorContract;
import io.fumikura.testkit.SampleText;
import io.fumikura.type.book.BookDocumentType;
import java.time.LocalDate;
import java.util.Set;

class BookExtractionContractTest extends FieldExtractorContract {

    @Override
    protected FieldExtractor extractor() {
        return new RulesExtractor();
    }

    @Override
    protected ExtractionRequest request() {
        var text = SampleText.laidOut(
                "請求書\n請求番号 12-3\t請求日 2026年4月30日\nつばめ合同会社 御中\n株式会社ひばり\n登録番号 T7000012050002\n小計 ¥1,000\n消費税 ¥100",
                "合計 ¥1,100\nお支払期限 2026年5月31日");
        return new ExtractionRequest(
                "books", "invoice", new BookDocumentType().ledger().fields(), text, "a.pdf",
                Set.of("つばめ合同会社"), Set.of(), Set.of("ja", "en"), LocalDate.of(2026, 5, 1));
    }

    @Override
    protected Set<String> foundFields() {
        return Set.of(
                "title", "counterparty", "direction", "transaction_date", "amount", "registration_number",
                "seller", "buyer", "invoice_number", "subtotal", "tax", "due_date");
    }
}
