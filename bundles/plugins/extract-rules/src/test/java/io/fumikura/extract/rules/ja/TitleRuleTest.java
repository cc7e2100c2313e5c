package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.text.TextSource;
import io.fumikura.extract.rules.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleRuleTest {

    private static final String BODY = "\n\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）とは、次のとおり契約を締結する。\n\n第1条（目的）\n本契約書は…\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "秘密保持契約書|秘密保持契約書",
        "　　　　秘　密　保　持　契　約　書|秘密保持契約書",
        "# 業務委託基本契約書|業務委託基本契約書",
        "収入印紙\\n\\n工事請負契約書|工事請負契約書",
        "契約番号：A-123\\n建物賃貸借契約書（居住用）|建物賃貸借契約書(居住用)",
        "【ソフトウェア使用許諾契約書】|ソフトウェア使用許諾契約書",
        "令和6年4月1日\\n金銭消費貸借契約証書|金銭消費貸借契約証書",
        "○○システムの開発に関する\\n覚書|○○システムの開発に関する覚書",
        "労働条件通知書 兼 雇用契約書|労働条件通知書 兼 雇用契約書",
        "個人情報の取扱いに関する覚書|個人情報の取扱いに関する覚書",
        "取引基本契約書（案）|取引基本契約書(案)",
        "誓約書|誓約書",
        "合意書|合意書"
    })
    void takesTheFirstHeading(String opening, String title) {
        assertThat(Contract.of(opening.replace("\\n", "\n") + BODY).value("title")).isEqualTo(title);
    }

    @Test
    void withoutHeadingItTakesTheNameFromThePreamble() {
        var reading = Contract.of(
                "東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）とは、次のとおり機密保持契約（以下「本契約」という。）を締結する。\n第1条（目的）\n本契約は…");
        assertThat(reading.value("title")).isEqualTo("機密保持契約");
        assertThat(reading.best("title").orElseThrow().confidence()).isLessThan(0.6);
    }

    @ParameterizedTest
    @CsvSource(value = {
        "完買契約書, 甲は商品を乙に売り渡し、売買の代金を受け取る。, 売買契約書",
        "秘 審 保 持 契 約 書, 甲及び乙は秘密を守る。, 秘密保持契約書",
        "秘密保持契約害, 秘密保持の契約書を2通作成する。, 秘密保持契約書",
        "使用契約書, 乙は機械の使用につき雇用する者に教える。, 使用契約書",
        "業務受託契約書, 業務受託者は業務委託の趣旨に従う。, 業務受託契約書",
        "完買契約書, 甲と乙は次のとおり約束する。, 完買契約書"
    })
    void correctsATitleThatWasMisreadWhereTheDocumentUsesItsWord(String read, String clause, String title) {
        var reading = Reading.of(TextSource.OCR, JapaneseContracts.RULES, List.of("title"), read + BODY + clause);
        assertThat(reading.value("title")).isEqualTo(title);
        var best = reading.best("title").orElseThrow();
        assertThat(best.evidence().get(0).text()).isEqualTo(read);
        assertThat(best.confidence() < 0.7).isEqualTo(!read.replace(" ", "").equals(title));
    }

    @Test
    void leavesATitleThatWasTypedAsItIs() {
        assertThat(Contract.of("完買契約書" + BODY + "売買の代金").value("title")).isEqualTo("完買契約書");
    }

    @Test
    void doesNotTakeAnArticleForATitle() {
        assertThat(Contract.of("第1条（基本契約）\n甲と乙は次のことを約束する。").value("title")).isNull();
    }
}
