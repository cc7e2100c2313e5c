package io.fumikura.type.book;

import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import io.fumikura.testkit.DocumentTypeContract;
import io.fumikura.testkit.SampleText;

class BookDocumentTypeTest extends DocumentTypeContract {

    @Override
    protected DocumentType type() {
        return new BookDocumentType();
    }

    @Override
    protected DocumentText sample() {
        return SampleText.laidOut("請　求　書\n株式会社ひばり 御中\n合計金額 ¥11,000\n振込先 みなと銀行");
    }

    @Override
    protected String sampleKind() {
        return "invoice";
    }
}
