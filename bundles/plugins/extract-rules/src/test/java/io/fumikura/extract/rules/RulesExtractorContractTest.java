package io.fumikura.extract.rules;

import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.testkit.FieldExtractorContract;
import io.fumikura.testkit.SampleText;
import io.fumikura.type.contract.ContractDocuments;
import java.time.LocalDate;
import java.util.Set;

class RulesExtractorContractTest extends FieldExtractorContract {

    @Override
    protected FieldExtractor extractor() {
        return new RulesExtractor();
    }

    @Override
    protected ExtractionRequest request() {
        var text = SampleText.plain(
                "保守委託契約書\n\n青葉電機株式会社（以下「甲」という。）と株式会社ヒノキ（以下「乙」という。）は、次のとおり契約を締結する。\n\n"
                        + "第1条（期間）\n本契約の有効期間は、令和8年4月1日から令和9年3月31日までとする。ただし、期間満了の3か月前までに",
                "いずれからも申し出がないときは、さらに1年間更新する。\n第2条（委託料）\n委託料は総額金1,200,000円とする。\n\n令和8年3月20日\n");
        return new ExtractionRequest(
                "contracts", "services", new ContractDocuments().ledger().fields(), text, "a.txt",
                Set.of(), Set.of(), Set.of("ja", "en"), LocalDate.of(2026, 4, 1));
    }

    @Override
    protected Set<String> foundFields() {
        return Set.of(
                "title", "parties", "amount", "conclusion_date", "start_date", "end_date", "auto_renewal", "renewal_period", "notice_period");
    }
}
