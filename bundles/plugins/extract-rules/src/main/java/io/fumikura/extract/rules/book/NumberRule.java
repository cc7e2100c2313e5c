package io.fumikura.extract.rules.book;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paper's own number, e.g. 請求書番号, Invoice No., Rechnungsnummer, or the number in the heading: Facture FA-12. */
final class NumberRule implements Rule {

    private static final String NO = "(?:番号|no\\b|№|nos?\\.|number|num\\b|nr\\b|nummer|n°|n º|id\\b|#)";
    private static final Pattern LABEL = Pattern.compile(
            "(?:請求書?|御?見積書?|領収[書証]?|レシート|伝票|書類|文書|帳票|検収書?|ご?請求|\\b(?:invoice|inv|bill|receipt|doc(?:ument)?|quotation|quote|estimate|credit (?:note|memo)|voucher)"
                    + "|\\brechnungs?|\\bbeleg|\\bangebots?|\\bgutschrifts?|\\bfacture|\\bavoir|\\bdevis|\\bfactuur|\\bfattura|\\bfactura)\\s?-?\\s?(?:\\(\\d+\\)\\s?)?" + NO + "\\.?"
                    + "|n° (?:de )?(?:la )?facture|numéro de facture|factuurnummer");
    private static final Pattern ORDER_LABEL = Pattern.compile(
            "(?:発注書?|注文書?|受注|オーダー|\\b(?:purchase )?order|\\bpo\\b|\\bbestell|\\bauftrags?|\\bcommande)\\s?-?\\s?" + NO + "\\.?");
    private static final Pattern DELIVERY_LABEL =
            Pattern.compile("(?:納品書?|\\bdelivery (?:note|order)|\\blieferschein|\\bbon de livraison)\\s?-?\\s?" + NO + "\\.?");
    private static final Pattern BARE_LABEL = Pattern.compile("^(?:no\\.?|№|番号|管理番号|整理番号)\\s*[:：]?\\s*");
    private static final Pattern COLUMN = Pattern.compile("^(?:factuur|rechnung|invoice|facture|請求書)$");
    private static final Pattern HEADING = Pattern.compile(
            "^(?:(?:tax |sales |commercial )?invoice|quotation|quote|estimate|credit note|receipt|purchase order|delivery note|(?:\\p{L}{0,10})rechnung|rechnungs-?korrektur|gutschrift|angebot|lieferschein"
                    + "|auftragsbestätigung|facture|avoir|devis|bon de (?:commande|livraison)|factuur|fattura|factura|請求書|見積書|発注書|注文書|納品書|領収書)(?!\\p{L})"
                    + "\\s*(?:\\(\\d+\\))?\\s*" + NO + "?\\s*[.:：#°]{0,2}\\s*");
    private static final Pattern VALUE = Pattern.compile("^[\\s:：#.=]*([A-Za-z0-9][A-Za-z0-9/_.\\-]{0,38}[A-Za-z0-9]|\\d)(?![A-Za-z0-9])");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}");

    @Override
    public List<Finding> find(Source source) {
        var sheet = Sheet.of(source);
        boolean order = source.request().kind().startsWith("order");
        boolean delivery = source.request().kind().equals("delivery-note");
        var found = new ArrayList<Finding>();
        for (Cell cell : sheet.cells()) {
            String lower = cell.lower();
            after(LABEL, lower).ifPresent(end -> near(source, sheet, cell, end, 0.9, found));
            after(ORDER_LABEL, lower).ifPresent(end -> near(source, sheet, cell, end, order ? 0.92 : 0.3, found));
            after(DELIVERY_LABEL, lower).ifPresent(end -> near(source, sheet, cell, end, delivery ? 0.92 : 0.3, found));
            after(BARE_LABEL, lower).ifPresent(end -> near(source, sheet, cell, end, 0.5, found));
            after(HEADING, lower).ifPresent(end -> value(source, cell, end, 0.93, found));
            if (COLUMN.matcher(lower).matches()) {
                sheet.below(cell, 1).forEach(below -> value(source, below, 0, 0.6, found));
            }
        }
        return found;
    }

    private static Optional<Integer> after(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.end()) : Optional.empty();
    }

    /** Behind the label, else in the cell to the right, else below. */
    private static void near(Source source, Sheet sheet, Cell cell, int end, double score, List<Finding> found) {
        if (value(source, cell, end, score, found) || cell.text().substring(end).strip().length() > 3) {
            return;
        }
        var right = sheet.rightOf(cell);
        if (!right.isEmpty() && value(source, right.get(0), 0, score, found)) {
            return;
        }
        sheet.below(cell, 1).forEach(below -> value(source, below, 0, score - 0.1, found));
    }

    private static boolean value(Source source, Cell cell, int from, double score, List<Finding> found) {
        Matcher matcher = VALUE.matcher(cell.text().substring(from));
        if (!matcher.find()) {
            return false;
        }
        String value = matcher.group(1);
        if (value.chars().noneMatch(Character::isDigit) || DATE.matcher(value).matches()) {
            return false;
        }
        int start = cell.start() + from + matcher.start(1);
        double order = 0.009 / (1 + cell.row() + 10 * (cell.page() - 1));
        found.add(Finding.of("invoice_number", new FieldValue.Text(value), start, start + value.length(), score + order));
        return true;
    }
}
