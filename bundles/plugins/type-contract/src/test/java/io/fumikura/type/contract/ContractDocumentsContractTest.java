package io.fumikura.type.contract;

import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import io.fumikura.testkit.DocumentTypeContract;
import io.fumikura.testkit.SampleText;

class ContractDocumentsContractTest extends DocumentTypeContract {

    @Override
    protected DocumentType type() {
        return new ContractDocuments();
    }

    @Override
    protected DocumentText sample() {
        return SampleText.plain("建物賃貸借契約書\n\n山川不動産株式会社（以下「甲」という。）と森田物産株式会社（以下「乙」という。）とは、次のとおり賃貸借契約を締結する。\n\n"
                + "第1条（目的物）\n甲は、その所有する建物を乙に賃貸し、乙はこれを借り受ける。\n");
    }

    @Override
    protected String sampleKind() {
        return "lease";
    }
}
