package io.fumikura.type.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.spi.DocumentType.Classification;
import io.fumikura.testkit.SampleText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "御 請 求 書, invoice",
        "お見積書, quotation",
        "御見積書, quotation",
        "発 注 書, order",
        "注文請書, order-acknowledgement",
        "納　品　書, delivery-note",
        "領収証, receipt",
        "検収書, inspection",
        "適格返還請求書, credit-note",
        "修正請求書, corrected-invoice",
        "整備請求書, invoice",
        "INVOICE, invoice",
        "Tax Invoice, invoice",
        "Pro forma invoice, quotation",
        "Quotation No. 77, quotation",
        "PURCHASE ORDER, order",
        "Order confirmation, order-acknowledgement",
        "Delivery note 12, delivery-note",
        "Credit note, credit-note",
        "Rechnung Nr. 4711, invoice",
        "Gutschrift, credit-note",
        "Angebot 12/2026, quotation",
        "Lieferschein, delivery-note",
        "Facture FC-2026-03, invoice",
        "Avoir AV-12, credit-note",
        "Devis n° 8, quotation",
        "Factuur, invoice",
    })
    void headingTellsTheKind(String heading, String kind) {
        assertThat(kind(heading + "\nA社 御中\n2026/04/01\n品代 ¥1,000\n合計 ¥1,100")).contains(kind);
    }

    @Test
    void wordsThatLabelANumberDoNotTellTheKind() {
        assertThat(kind("納品書\n請求書番号: 12\n請求書発行日 2026/4/1\n合計 ¥1,100")).contains("delivery-note");
        assertThat(kind("Credit note CN-3\nInvoice number: 77\nInvoice date: 1 May 2026\nTotal 10.00")).contains("credit-note");
    }

    @Test
    void whatWasPaidOverTheCounterIsAReceiptWhateverItsHeading() {
        assertThat(kind("KEDAI RUNCIT MAJU SDN BHD\nTAX INVOICE\nCashier: 3\nTOTAL RM 12.50\nCASH RM 20.00\nCHANGE RM 7.50"))
                .contains("receipt");
        assertThat(kind("みどり商店\n2026年4月1日\nお茶 ¥140\n合計 ¥140\nお預り ¥200\nお釣り ¥60")).contains("receipt");
    }

    @Test
    void aBillThatMentionsCashIsStillABill() {
        assertThat(kind("Invoice\nNorth Sea Trading Ltd\nTotal 120.00\nPayment terms: 30 days\nCash discount 2%: 2.40"))
                .contains("invoice");
    }

    @Test
    void pricesAndASumWithoutAHeadingAreAReceipt() {
        assertThat(kind("みどり商店\n2026/04/01\n茶わん ¥1,200\n合計 ¥1,200")).contains("receipt");
    }

    @Test
    void billingWordsWithoutAHeadingAreAnInvoice() {
        assertThat(kind("水道ご使用量のお知らせ\nご請求金額 ¥3,200\n合計 ¥3,200\nお支払期限 2026/5/1")).contains("invoice");
    }

    @Test
    void contractsAreNoBooks() {
        assertThat(kind("業務委託契約書\n甲と乙は次のとおり契約する。\n第1条 甲は請求書を受領後30日以内に支払う。\n第2条 報酬は金100,000円とする。合計"))
                .isEmpty();
        assertThat(kind("SERVICE AGREEMENT\nThis Agreement is made by and between the parties hereinafter named.\n"
                        + "WHEREAS the Supplier shall send an invoice. Total fees: USD 1,000.00"))
                .isEmpty();
    }

    @Test
    void rulesOfACompanyAreNoBooks() {
        assertThat(kind("経費精算規程\n第1条 この規程は経費の精算を定める。\n第2条 領収書を添付する。合計10,000円まで")).isEmpty();
    }

    @Test
    void aLetterIsNoBook() {
        assertThat(kind("拝啓 春暖の候、ますますご清栄のこととお慶び申し上げます。\n敬具")).isEmpty();
    }

    private static Optional<String> kind(String text) {
        return new BookClassifier().classify(SampleText.laidOut(text)).map(Classification::kind);
    }
}
