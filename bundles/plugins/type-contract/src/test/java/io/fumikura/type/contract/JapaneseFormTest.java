package io.fumikura.type.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.testkit.SampleText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseFormTest {

    private static final String PARTIES =
            "\n\n青葉電機株式会社（以下「甲」という。）と株式会社ヒノキ（以下「乙」という。）とは、次のとおり契約（以下「本契約」という。）を締結する。\n\n第1条（目的）\n甲は乙に対し、本契約に基づき業務を行う。\n";

    @ParameterizedTest
    @CsvSource({
        "秘密保持契約書, nda", "機密保持契約書, nda", "業務委託契約書, services", "業務委託基本契約書, services", "工事請負契約書, contract-for-work",
        "建物賃貸借契約書, lease", "定期建物賃貸借契約書, lease", "雇用契約書, employment", "労働者派遣基本契約書, dispatch", "ソフトウェア使用許諾契約書, license",
        "販売代理店契約書, agency", "売買契約書, sale", "取引基本契約書, master", "共同研究契約書, joint-development", "金銭消費貸借契約書, loan",
        "株式譲渡契約書, transfer", "覚書, memorandum", "変更契約書, amendment", "契約の一部変更に関する覚書, amendment", "誓約書, pledge", "贈与契約書, other",
        "顧問契約書, services", "秘 密 保 持 契 約 書, nda", "労働条件通知書 兼 雇用契約書, employment", "注文書（契約書兼用）, other"
    })
    void tellsContractsAndTheirKinds(String title, String kind) {
        assertThat(new ContractDocuments().classify(SampleText.plain(title + PARTIES), "a.pdf"))
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "2026年4月1日\n",
        "第1版\n\n"
    })
    void knowsAContractByItsPreambleWhereTheTitleIsMissing(String start) {
        assertThat(new ContractDocuments().classify(SampleText.plain(start + PARTIES.strip()), "a.pdf")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "利用規約\n\nこの利用規約（以下「本規約」といいます。）は、青葉電機株式会社（以下「当社」といいます。）が提供するサービスの利用条件を定めるものです。ユーザーは本規約に同意のうえ契約を締結するものとします。\n第1条（適用）\n本規約は適用されます。利用契約は、当社が承諾したときに成立します。",
        "就業規則\n\n第1条（目的）\nこの規則は、青葉電機株式会社（以下「会社」という。）の従業員の就業に関する事項を定める。会社は従業員と雇用契約を締結する。",
        "賃金規程\n第1条\n賃金は月額とする。",
        "プライバシーポリシー\n\n青葉電機株式会社（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。",
        "情報セキュリティ基本方針\n当社は、契約上の義務を遵守します。",
        "取締役会議事録\n\n第1号議案 業務委託契約締結の件\n議長は、青葉電機株式会社（以下「甲」という。）と契約を締結したい旨を述べた。",
        "御請求書\n\n株式会社ヒノキ 御中\n業務委託契約に基づく委託料 1式 500,000円",
        "請 求 書\n株式会社ヒノキ 御中\n契約番号 123\n合計 11,000円",
        "御見積書\n株式会社ヒノキ 御中\n保守契約書作成費用 100,000円",
        "注文書\n株式会社ヒノキ 御中\n取引基本契約に基づき下記のとおり注文します。",
        "領収書\n金11,000円 但し契約書代として",
        "定款\n第1章 総則\n第1条（商号）当会社は青葉電機株式会社と称する。",
        "業務報告書\n本契約に基づく4月分の作業を報告します。",
        "個人情報保護規程\n第1条 この規程は、甲乙間の契約に関わる個人情報の取扱いを定める。",
        "契約書作成マニュアル\n本書は契約書の書き方を説明する。",
        "ご契約内容のお知らせ\nご契約者様 契約番号 123",
        "稟議書\n件名 業務委託契約の締結について",
        "特定商取引法に基づく表記\n販売業者 青葉電機株式会社",
        "株主総会議事録\n契約の承認の件",
        "売買契約約款\n第1条 この約款は、お客様と当社との売買に適用します。",
        "明日の会議の件\nよろしくお願いします。契約の話もします。"
    })
    void otherDocumentsAreNoContracts(String text) {
        assertThat(new ContractDocuments().classify(SampleText.plain(text), "a.pdf")).isEmpty();
    }
}
