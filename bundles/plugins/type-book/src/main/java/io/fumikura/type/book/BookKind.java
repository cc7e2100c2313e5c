package io.fumikura.type.book;

import io.fumikura.document.Kind;
import io.fumikura.document.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kinds of books, in the order in which people see them, each with the words that name it in a heading. The words are matched against
 * lower-case text without blanks between ideographs. Where headings contain one another (注文請書 and 請書), the longer word wins.
 */
enum BookKind {
    INVOICE(
            "invoice",
            "請求書",
            "Invoice",
            "請求書|請求明細書?|適格請求書|\\b(?:(?:tax|vat|sales|commercial) )?invoices?\\b|\\b(?:handels|miet|schluss|abschlags|teil|sammel|end)?rechnung\\b|\\bfactures?\\b"
                    + "|\\bfactura\\b|\\bfattura\\b|\\bfatura\\b|\\bfaktura\\b|\\bfactuur\\b"),
    QUOTATION(
            "quotation",
            "見積書",
            "Quotation",
            "見積書|見積もり書|見積り書|御見積\\b|概算見積|\\bquot(?:ation|e)\\b|\\bestimate\\b|\\bpro[- ]?forma(?: invoice)?\\b|\\bangebot\\b"
                    + "|\\bkostenvoranschlag\\b|\\bdevis\\b|\\bofferte\\b|\\bpreventivo\\b|\\bpresupuesto\\b"),
    ORDER(
            "order",
            "注文書",
            "Order",
            "注文書|発注書|\\bpurchase ?order\\b|\\bwork order\\b|\\bbestellung\\b|\\bbon de commande\\b|\\borden de compra\\b"),
    ORDER_ACKNOWLEDGEMENT(
            "order-acknowledgement",
            "注文請書",
            "Order acknowledgement",
            "注文請書|発注請書|注文確認書|受注確認書|\\border (?:confirmation|acknowledge?ment)\\b|\\bsales order\\b|\\bauftragsbestätigung\\b"
                    + "|\\bconfirmation de commande\\b"),
    DELIVERY_NOTE(
            "delivery-note",
            "納品書",
            "Delivery note",
            "納品書|納品伝票|出荷案内書|\\bdelivery (?:note|order|slip)\\b|\\bpacking (?:slip|list)\\b|\\blieferschein\\b|\\bbon de livraison\\b"),
    RECEIPT(
            "receipt",
            "領収書",
            "Receipt",
            "領収[書証]|領収証書|受領証|受取証|レシート|\\b(?:official |sales |cash )?receipt\\b|\\bquittung\\b|\\bkassen(?:bon|beleg|zettel)\\b"
                    + "|\\breçu\\b|\\bticket de caisse\\b|\\bricevuta\\b|\\brecibo\\b"),
    INSPECTION(
            "inspection",
            "検収書",
            "Inspection certificate",
            "検収書|検収通知書|検収報告書|検収完了|\\b(?:inspection|acceptance) (?:certificate|report)\\b|\\babnahmeprotokoll\\b"
                    + "|\\bprocès-verbal de réception\\b"),
    CREDIT_NOTE(
            "credit-note",
            "返還請求書",
            "Credit note",
            "返還請求書|返還インボイス|適格返還請求書|貸方票|赤伝票?|返品伝票|クレジットノート|\\bcredit (?:note|memo)\\b|\\bgutschrift\\b|\\bavoir\\b"
                    + "|\\bfacture d'avoir\\b|\\bnota di credito\\b|\\bnota de crédito\\b|\\bcreditnota\\b"),
    CORRECTED_INVOICE(
            "corrected-invoice",
            "修正請求書",
            "Corrected invoice",
            "修正請求書|訂正請求書|修正インボイス|\\bcorrect(?:ed|ive) invoice\\b|\\brechnungs-?korrektur\\b|\\bkorrekturrechnung\\b"
                    + "|\\bfacture rectificative\\b"),
    STATEMENT(
            "statement",
            "利用明細書",
            "Statement",
            "利用(?:代金)?明細書?|支払(?:い)?通知書|支払明細書|取引明細書|\\b(?:account |billing |card |credit card )?statement\\b|\\bkontoauszug\\b"
                    + "|\\brelevé\\b"),
    OTHER("other", "その他", "Other", "(?!)");

    private final String id;
    private final LocalizedText label;
    private final Pattern heading;

    BookKind(String id, String ja, String en, String heading) {
        this.id = id;
        this.label = new LocalizedText(ja, en);
        this.heading = Pattern.compile(heading, Pattern.UNICODE_CHARACTER_CLASS);
    }

    String id() {
        return id;
    }

    Kind kind() {
        return new Kind(id, label);
    }

    /** Words that name the kind. */
    Pattern heading() {
        return heading;
    }

    static List<Kind> kinds() {
        return Arrays.stream(values()).map(BookKind::kind).toList();
    }
}
