package io.fumikura.type.book;

import java.util.regex.Pattern;

/** What the words of a document's body say: paid over the counter, billed, offered, or agreed upon. */
final class BodyEvidence {

    private static final String MONEY = "[^\\n]{0,16}?(?:[¥\\\\$€£]|rm|rn|rh)?\\s*\\d[\\d,. ]*[.,\\d]";

    /** Things that are printed only where goods are paid at once. */
    private static final Pattern[] COUNTER = {
        Pattern.compile("お預り|お預かり|預り金"),
        Pattern.compile("お釣り?|おつり|釣銭"),
        Pattern.compile("(?:現金|クレジット(?:カード)?|電子マネー|交通系ic|paypay)\\s*[¥\\\\]?\\s*\\d"),
        Pattern.compile("正に領収|領収いたしました|領収致しました"),
        Pattern.compile("レジ(?:no|番号|担当|\\s*\\d)|レシートno"),
        Pattern.compile("(?m)^\\W{0,4}change\\b" + MONEY),
        Pattern.compile("(?m)^\\W{0,4}(?:cash|visa|master ?card|amex|debit|tendered?|credit card|e-?wallet)\\b(?:[^\\n]{0,16}\\d|\\W*$)"),
        Pattern.compile("rounding adj|\\bgst summary"),
        Pattern.compile("\\btable\\s*[:#]?\\s*\\d|\\bpax\\b|\\bpos\\s*(?:no|id)\\b"),
        Pattern.compile("\\bcashier|\\bkassierer"),
        Pattern.compile("come again|goods sold are n"),
        Pattern.compile("(?:paid amount|amount paid|total paid|accepted total|tender)" + MONEY),
        Pattern.compile("\\brückgeld\\b|\\bgegeben\\b|\\brendu\\b|\\bespèces\\b"),
    };

    /** What a seller who is still to be paid writes. */
    private static final Pattern BILLED = Pattern.compile(
            "振込先|振込手数料|お支払期限|支払期日|お振込|口座番号|御?ご?請求(?:金)?額|ご請求申し上げ|\\biban\\b|payment terms|due date|amount due|zahlungs(?:bedingungen|ziel)"
                    + "|zahlbetrag|in rechnung|überweisen|échéance|à payer|net à payer|bank account|betaaltermijn|vervaldatum");
    private static final Pattern OFFERED =
            Pattern.compile("御?お?見積(?:り|もり)?(?:申し上げ|金額|合計|有効期限|番号|日|致し|いたし)|angebotsnummer|valid until|validité de l'offre");
    private static final Pattern ORDERED = Pattern.compile("発注(?:番号|日|いたします|致します|申し上げ)|ご?注文(?:いたします|致します|申し上げ)");
    private static final Pattern DELIVERED = Pattern.compile("納品(?:いたします|致します|申し上げ|番号)");
    private static final Pattern SUMMED = Pattern.compile(
            "合計|請求(?:金)?額|総額|小計|お?支払金額|\\b(?:sub ?)?total\\b|\\bsumme\\b|\\bgesamt|\\bmontant\\b|\\btotaal\\b|\\btotale\\b|\\bamount\\b");
    private static final Pattern PRICED =
            Pattern.compile("[¥\\\\$€£]\\s*-?\\d|\\d\\s*(?:円|€|eur)|\\brm\\s*\\d|\\d[.,]\\d\\d\\b");

    private static final Pattern ARTICLE = Pattern.compile("(?m)^\\s*第\\s*[0-9一二三四五六七八九十百]+\\s*条");
    private static final Pattern AGREEMENT_HEADING = Pattern.compile(
            "契約書|覚書|協定書|合意書|誓約書|念書|同意書|約款|規約|規程|規則|規定|契約約款|議事録|就業規則|委任状|通知書$|\\bagreement\\b|\\bcontract\\b|\\bvertrag\\b|\\bcontrat\\b"
                    + "|\\bterms (?:and|of)\\b|\\bpolicy\\b|\\bmemorandum\\b|\\bamendment\\b");
    private static final Pattern AGREED = Pattern.compile(
            "\\bwhereas\\b|\\bthis (?:agreement|contract|lease)\\b|\\bhereinafter\\b|\\bhereby\\b|\\bin witness whereof\\b|\\bthe parties\\b|記名押印|署名捺印|以下「?(?:甲|乙)|甲及び乙|甲と乙|甲は|乙は|この規[程則]");

    /** Pages after the first rarely tell the kind, and may hold the terms of business. */
    private static final int BODY = 8_000;

    private static final int OPENING = 120;
    private static final int LONGEST = 100_000;

    private final String text;
    private final String all;

    /** @param text of the whole document, folded and in lower case */
    BodyEvidence(String text) {
        this.text = text.substring(0, Math.min(BODY, text.length()));
        all = text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** How many signs there are of a payment over the counter. */
    int counterSigns() {
        int signs = 0;
        for (Pattern sign : COUNTER) {
            if (sign.matcher(text).find()) {
                signs++;
            }
        }
        return signs;
    }

    boolean isBilled() {
        return BILLED.matcher(text).find();
    }

    boolean isOffered() {
        return OFFERED.matcher(text).find();
    }

    boolean isOrdered() {
        return ORDERED.matcher(text).find();
    }

    boolean isDelivered() {
        return DELIVERED.matcher(text).find();
    }

    /** Whether there are prices and something that sums them up. */
    boolean isSummed() {
        return SUMMED.matcher(text).find() && isPriced();
    }

    boolean isPriced() {
        return PRICED.matcher(text).find();
    }

    /** Whether the text reads like an agreement or a rule; a few general terms on a bill do not. */
    boolean isAgreement(boolean bookHeading) {
        long articles = ARTICLE.matcher(all).results().limit(9).count();
        long words = AGREED.matcher(all).results().limit(9).count();
        return bookHeading ? articles >= 5 && words >= 4 || words >= 6 : articles >= 2 || words >= 2;
    }

    /** Text without line breaks has no headings, but its first words are one. */
    boolean startsAsAgreement() {
        return namesAgreement(text.substring(0, Math.min(OPENING, text.length())));
    }

    /** Whether a heading names an agreement or a rule. */
    static boolean namesAgreement(String piece) {
        return AGREEMENT_HEADING.matcher(piece).find();
    }
}
