package io.fumikura.extract.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.testkit.SampleText;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookRulesTest {

    private static final String JAPANESE_INVOICE = """
            請　求　書
            請求番号: S-2026-018\t請求日: 令和8年4月30日
            つばめ合同会社 御中
            株式会社ひばり
            東京都中央区月島1-2-3
            TEL 03-0000-0000
            登録番号 T7000012050002
            件名: 保守サービス 4月分
            品名\t数量\t単価\t金額
            保守\t1\t¥100,000\t¥100,000
            飲料※\t10\t¥1,000\t¥10,000
            小計\t¥110,000
            10%対象 ¥100,000\t消費税 ¥10,000
            8%対象 ¥10,000\t消費税 ¥800
            合計\t¥120,800
            お支払期限: 2026年5月31日
            振込先: みなと銀行 月島支店 普通 0000000 カ)ヒバリ
            """;

    @Test
    void readsAJapaneseInvoice() {
        var book = Book.of("invoice", JAPANESE_INVOICE);
        assertThat(book.get("title")).isEqualTo("請求書");
        assertThat(book.get("seller")).isEqualTo("株式会社ひばり");
        assertThat(book.get("buyer")).isEqualTo("つばめ合同会社");
        assertThat(book.get("transaction_date")).isEqualTo("2026-04-30");
        assertThat(book.get("due_date")).isEqualTo("2026-05-31");
        assertThat(book.get("amount")).isEqualTo("120800 JPY");
        assertThat(book.get("subtotal")).isEqualTo("110000 JPY");
        assertThat(book.get("registration_number")).isEqualTo("T7000012050002");
        assertThat(book.get("invoice_number")).isEqualTo("S-2026-018");
        assertThat(book.derived())
                .containsEntry("taxable_10", "100000 JPY")
                .containsEntry("tax_10", "10000 JPY")
                .containsEntry("taxable_8", "10000 JPY")
                .containsEntry("tax_8", "800 JPY")
                .containsEntry("tax", "10800 JPY");
    }

    @Test
    void findsTheTaxInARowThatAddsUp() {
        var book = Book.of("invoice", """
                Factuur VF100200
                Mus Handel B.V.
                Onderhoudsset\t49,99
                Factuur totaal EUR\t49,99
                BTW % Grondslag BTW bedrag\tTotaal
                21 %\t41,31\t8,68\t49,99
                """);
        assertThat(book.get("tax")).isEqualTo("8.68 EUR");
        assertThat(book.get("amount")).isEqualTo("49.99 EUR");
    }

    @Test
    void ownNamesTellTheOtherSideAndTheDirection() {
        var text = SampleText.laidOut(JAPANESE_INVOICE);
        var received = Book.of("invoice", text, Set.of("つばめ合同会社"));
        assertThat(received.get("counterparty")).isEqualTo("株式会社ひばり");
        assertThat(received.get("direction")).isEqualTo("received");
        var issued = Book.of("invoice", text, Set.of("(株)ひばり"));
        assertThat(issued.get("counterparty")).isEqualTo("つばめ合同会社");
        assertThat(issued.get("direction")).isEqualTo("issued");
    }

    @Test
    void anOrderIsIssuedByTheBuyer() {
        var text = SampleText.laidOut("発注書\n発注番号: PO-77\t発注日: 2026年1月20日\n株式会社ひばり 御中\nつばめ合同会社\n東京都港区芝9-9-9\n合計 ¥1,100");
        var book = Book.of("order", text, Set.of("つばめ合同会社"));
        assertThat(book.get("seller")).isEqualTo("株式会社ひばり");
        assertThat(book.get("buyer")).isEqualTo("つばめ合同会社");
        assertThat(book.get("counterparty")).isEqualTo("株式会社ひばり");
        assertThat(book.get("direction")).isEqualTo("issued");
        assertThat(book.get("invoice_number")).isEqualTo("PO-77");
        assertThat(book.get("transaction_date")).isEqualTo("2026-01-20");
    }

    @Test
    void readsAJapaneseReceiptWithTaxInside() {
        var book = Book.of("receipt", """
                みどり商店 月島店
                東京都中央区月島9-9-9
                2026/09/28 08:12
                ペン ¥330
                ※おにぎり ¥302
                小計 ¥632
                (10%対象 ¥330 内税 ¥30)
                (8%対象 ¥302 内税 ¥22)
                合計 ¥632
                お預り ¥1,000
                お釣り ¥368
                """);
        assertThat(book.get("seller")).isEqualTo("みどり商店");
        assertThat(book.get("transaction_date")).isEqualTo("2026-09-28");
        assertThat(book.get("amount")).isEqualTo("632 JPY");
        assertThat(book.derived())
                .containsEntry("tax", "52 JPY")
                .containsEntry("taxable_10", "300 JPY")
                .containsEntry("taxable_8", "280 JPY");
    }

    @Test
    void readsAGermanInvoice() {
        var book = Book.of("invoice", """
                Nordlicht GmbH - Hafenweg 7 - 20457 Hamburg
                Möwe AG
                Deichstraße 1
                28195 Bremen
                Rechnung Nr. NL-4711
                Rechnungsdatum\t7. Mai 2026
                Lieferdatum\t02.05.2026
                Beratung\t10\t120,00\t1.200,00 €
                Summe netto\t1.200,00 €
                Umsatzsteuer 19%\t228,00 €
                Rechnungsbetrag\t1.428,00 €
                Zahlbar bis 21.05.2026
                """);
        assertThat(book.get("seller")).isEqualTo("Nordlicht GmbH");
        assertThat(book.get("transaction_date")).isEqualTo("2026-05-07");
        assertThat(book.get("due_date")).isEqualTo("2026-05-21");
        assertThat(book.get("amount")).isEqualTo("1428 EUR");
        assertThat(book.get("subtotal")).isEqualTo("1200 EUR");
        assertThat(book.get("tax")).isEqualTo("228 EUR");
        assertThat(book.get("invoice_number")).isEqualTo("NL-4711");
    }

    @Test
    void readsAFrenchInvoiceWithAnAdvance() {
        var book = Book.of("invoice", """
                Le Phare SARL - 3 quai des Brumes - 29200 Brest - France
                Facture FC-2026-03
                Date de facture\t13/02/2026
                Total HT\t500,00 €
                Total taxes\t100,00 €
                Total TTC\t600,00 €
                Solde à payer\t450,00 €
                """);
        assertThat(book.get("seller")).isEqualTo("Le Phare SARL");
        assertThat(book.get("transaction_date")).isEqualTo("2026-02-13");
        assertThat(book.get("amount")).isEqualTo("600 EUR");
        assertThat(book.get("tax")).isEqualTo("100 EUR");
        assertThat(book.get("amount_due")).isEqualTo("450 EUR");
        assertThat(book.get("invoice_number")).isEqualTo("FC-2026-03");
    }

    @Test
    void taxesPerRateMakeTheTaxWhereItIsNotPrinted() {
        var book = Book.of("invoice", """
                Rechnung 12
                Nettobetrag\t500,00 €
                USt. 7%\t7,00 €
                USt. 19%\t76,00 €
                Gesamtbetrag\t583,00 €
                """);
        assertThat(book.get("tax")).isEqualTo("83 EUR");
        assertThat(book.get("amount")).isEqualTo("583 EUR");
    }

    @Test
    void readsAMalaysianReceipt() {
        var book = Book.of("receipt", """
                KEDAI RUNCIT MAJU SDN BHD
                (123456-X)
                NO. 1, JALAN MAWAR 3, 81100 JOHOR BAHRU
                Date: 9/3/2018 20:54:50
                Total Sales\t$60.31
                Rounding Adj\t-0.01
                Total (Inclusive of GST)\t$60.30
                CASH\t$70.00
                CHANGE\t$9.70
                """);
        assertThat(book.get("seller")).isEqualTo("KEDAI RUNCIT MAJU SDN BHD");
        assertThat(book.get("transaction_date")).isEqualTo("2018-03-09");
        assertThat(book.get("amount")).isEqualTo("60.3 MYR");
    }

    @Test
    void anotherDateOfThePaperTellsThatTheMonthStandsFirst() {
        assertThat(Book.of("invoice", "Invoice A-1\nInvoice Date\t03/04/2026\nDue Date\t03/31/2026\nTotal 10.00 €").get("transaction_date"))
                .isEqualTo("2026-03-04");
        assertThat(Book.of("invoice", "Invoice A-1\nInvoice Date\t03/04/2026\nDue Date\t31/05/2026\nTotal 10.00 €").get("transaction_date"))
                .isEqualTo("2026-04-03");
    }

    @Test
    void aSumThatStandsBelowItsHeadingIsRead() {
        var book = Book.of("invoice", "Invoice 9\nNet\tVAT\tGrand total\n10.00\t2.00\t12.00\n");
        assertThat(book.get("amount")).isEqualTo("12");
    }

    @Test
    void theSumOfAReceiptMayStandAlone() {
        var book = Book.of("receipt", "領収書\n株式会社うみねこ\n2026年8月1日\n￥8,640\n但し 飲食代として\n10%対象 ¥7,855 消費税 ¥785");
        assertThat(book.get("amount")).isEqualTo("8640 JPY");
        assertThat(book.derived()).containsEntry("taxable_10", "7855 JPY").containsEntry("tax_10", "785 JPY");
    }

    @Test
    void aPersonWhoIsAddressedBelongsToTheCompanyAbove() {
        var book = Book.of("quotation", "御見積書\n株式会社ミナト\n営業部　田中 様\n株式会社アオバシステム\n合計 ¥1,100");
        assertThat(book.get("buyer")).isEqualTo("株式会社ミナト");
        assertThat(book.get("seller")).isEqualTo("株式会社アオバシステム");
    }

    @Test
    void aNameOverAddressAndTelephoneIsTheIssuer() {
        var book = Book.of("invoice", "請求書\n株式会社ミナト 御中\nひばりデザイン\n〒150-0000 東京都渋谷区神南9-9-9\nTEL 03-0000-0000\n登録番号 T7000012050002");
        assertThat(book.get("seller")).isEqualTo("ひばりデザイン");
    }

    @Test
    void marksThatAreLettersAreRepairedInNames() {
        assertThat(Book.of("receipt", "KEDA! MAK|NG HOUSE\nTOTAL RM 5.00").get("seller")).isEqualTo("KEDAI MAKING HOUSE");
        assertThat(Book.of("receipt", "MAJU TRADING SON BHD\nTOTAL RM 5.00").get("seller")).isEqualTo("MAJU TRADING SDN BHD");
    }

    @Test
    void blanksStayEmpty() {
        var book = Book.of("receipt", "領収書\n＿＿＿＿＿＿＿　様\n\\＿＿＿＿＿＿＿　円\n受領日　20＿＿年　＿＿月　＿＿日\n発行者 ○○○○株式会社");
        assertThat(book.get("buyer")).isNull();
        assertThat(book.get("seller")).isNull();
        assertThat(book.get("amount")).isNull();
        assertThat(book.get("transaction_date")).isNull();
    }

    @Test
    void aDamagedRegistrationNumberIsRepairedWithLittleConfidence() {
        var book = Book.of("receipt", "株式会社ひばり\n登録番号 T70000l2O50002\n合計 ¥550");
        assertThat(book.get("registration_number")).isEqualTo("T7000012050002");
        assertThat(book.best("registration_number").confidence()).isLessThan(0.5);
    }

    @Test
    void aRegistrationNumberMayBeWrittenInGroups() {
        assertThat(Book.of("invoice", "請求書\n登録番号：Ｔ７-０００-０１２０-５０００２\n合計 ¥550").get("registration_number"))
                .isEqualTo("T7000012050002");
    }

    @Test
    void recognisedFiguresAreNeverCertain() {
        var book = Book.of("invoice", SampleText.recognised(0.99, JAPANESE_INVOICE), Set.of());
        assertThat(book.best("amount").confidence()).isLessThanOrEqualTo(0.8);
        assertThat(book.best("transaction_date").confidence()).isLessThanOrEqualTo(0.8);
    }
}
