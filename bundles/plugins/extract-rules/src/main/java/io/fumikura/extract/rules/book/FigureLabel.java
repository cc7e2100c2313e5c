package io.fumikura.extract.rules.book;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the words beside a figure say that it is. The first meaning whose words stand there is meant: so "total excl. VAT" is a subtotal
 * and "total incl. VAT" a total, although both name a tax.
 *
 * @param meaning what the figure is
 * @param weight 0…1, how clearly the words say it
 * @param words the words without figures, for telling labels of one kind from another
 */
record FigureLabel(Meaning meaning, double weight, String words) {

    enum Meaning {
        TOTAL,
        DUE,
        SUBTOTAL,
        TAX,
        /** What the tax of a rate is computed from. */
        BASE,
        EXEMPT,
        CASH,
        CHANGE,
        ROUNDING,
        /** Words that tell that a figure is nothing of these. */
        OTHER
    }

    /** "Total", also as a recogniser may have read it. */
    private static final String TOT = "t[o0uc][t7][a4][l1i!|\\\\t]?[el]?";

    private record Words(Meaning meaning, double weight, Pattern pattern) {}

    private static final Words[] WORDS = {
        words(Meaning.OTHER, 1, "\\bqty\\b|quantity|\\bitems?\\b|数量|点数|件数|ポイント|points?\\b|単価|unit price|stück|menge|\\btax invoice\\b|(?<!お)請求書|discount\\s*\\d*%?$"
                + "|値引|割引|rabatt|zuschl|abschl|remise|saving|繰越|前回|previous|opening balance|anzahlung|acompte|deposit|capital|資本金|kapital|table|席|saldo vor"),
        words(Meaning.ROUNDING, 1, "round|端数|rundung|arrondi|afronding"),
        words(Meaning.CHANGE, 1, "^\\W*change|お釣|おつり|釣銭|rückgeld|\\brendu\\b|wisselgeld"),
        words(Meaning.CASH, 1, "^\\W*cash\\b|^\\W*casr|お?預[りか]|現金|クレジット|電子マネー|カード払|^\\W*(?:visa|master ?card|amex|debit|credit card|card)\\b|tender|paid amount|amount paid|accepted"
                + "|payment$|\\bgegeben\\b|^\\W*bar\\b|espèces|pin\\b"),
        words(Meaning.EXEMPT, 1, "非課税|不課税|免税|対象外|tax exempt|steuerfrei|exonéré"),
        words(Meaning.SUBTOTAL, 1, "sub[ -]?t[o0u]t|小計|zwischensumme|sous[ -]total|subtotaal"),
        words(Meaning.SUBTOTAL, 0.9, "税抜|税別|本体|excl|exci|without tax|before tax|untaxed|ohne (?:ust|mwst|umsatz)|\\bht\\b|hors taxe|exclusief|summe netto|netto|net total|net amount|nettwert"
                + "|warenwert|positionssumme|before discount|imponibile|base imponible"),
        words(Meaning.SUBTOTAL, 0.8, "今回.{0,2}(?:買上|売上|納品|取引)"),
        words(Meaning.BASE, 1, "対象|taxable|basisbetrag|basisbedrag|grondslag|\\bbase\\b|課税"),
        words(Meaning.TOTAL, 1, TOT + ".*(?:inc|inkl|ttc|\\(税込|iva incl)|(?:incl|inkl)\\w*.*" + TOT + "|(?:総?合計|金額|総額).{0,4}税込|税込.{0,4}(?:合計|金額|総額|計)|\\bttc\\b|brutto(?:summe|betrag)|"
                + "summe brutto|gesamt(?:betrag|summe|preis) brutto|grand t[o0u]t|総合計|御?合計金額|税込"),
        words(Meaning.TAX, 1, "内税|外税|消費税|税額|\\b(?:[gq@e6]?[sg]st|vat|tax(?:es)?|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|btw|iva|sst|hst|pst)\\b|steuerbetrag|steuersumme|totalgst|taxe"),
        words(Meaning.DUE, 0.8, "御?ご?請求(?:金額|合計額?|総額|額)|今回請求額"),
        words(Meaning.TOTAL, 0.95, "total amount (?:due|payable)|total due|total payable|amt payable|invoice total|invoice amount|endbetrag|endsumme|rechnungsbetrag|rechnungssumme|gesamtbetrag|gesamtsumme"
                + "|お買上げ?(?:合計|計|金額)|領収金額|御?お?見積(?:合計|金額|総額)(?:金額|額)?|(?:発注|注文|契約|納品|検収)(?:合計|金額|総額)|total facture|factuur totaal|totaalbedrag|te betalen"),
        words(Meaning.DUE, 0.7, "amount due|balance due|balance$|zahlbetrag|zu zahlen|net à payer|(?:solde|somme|montant|reste) à payer|residual|お?支払(?:い)?(?:合計|金額|総額|額)|outstanding"),
        words(Meaning.TOTAL, 0.75, "net(?:t|to)? t[o0u]t|sales t[o0u]t|t[o0u]tal sales"),
        words(Meaning.TOTAL, 0.85, "合計|総額|総計|\\b" + TOT + "\\b|^\\W*" + TOT + "|\\bgesamt\\b|\\btotaal\\b|\\bsumme\\b|\\bimporte\\b"),
        words(Meaning.TOTAL, 0.55, "^\\W*(?:金額|代金|計|amount|amt|betrag|montant|bedrag|net to pay)\\W*$|^\\W*但?金$"),
    };

    private static Words words(Meaning meaning, double weight, String pattern) {
        return new Words(meaning, weight, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
    }

    static FigureLabel of(String words) {
        String text = words.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=[^\\p{ASCII}])\\s+(?=[^\\p{ASCII}])", "")
                .replaceAll("\\s+", " ");
        // Figures under a word at the end of a long sentence are not labelled by it.
        String near = text.length() > 60 ? text.substring(text.length() - 60) : text;
        for (Words one : WORDS) {
            if (one.pattern.matcher(near).find()) {
                return new FigureLabel(one.meaning, one.weight, near.replaceAll("[^\\p{L}]", ""));
            }
        }
        return new FigureLabel(Meaning.OTHER, 0, "");
    }

    boolean is(Meaning wanted) {
        return meaning == wanted;
    }
}
