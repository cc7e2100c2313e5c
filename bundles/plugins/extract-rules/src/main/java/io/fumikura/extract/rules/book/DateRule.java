package io.fumikura.extract.rules.book;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Language;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.book.BookDates.Dated;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The day of the transaction: the day that the paper bears as its own; not that on which it is to be paid, nor days of orders, deliveries
 * and periods that it tells of.
 */
final class DateRule implements Rule {

    private static final Pattern DUE = Pattern.compile(
            "支払(?:い)?期[限日]|お?支払(?:い)?日|振込期[限日]|入金期[限日]|引落|振替|\\bdue\\b|pay(?:able)? by|fällig|zahlbar|zahlungsziel|überweisen sie bis|échéance|date limite|vervaldatum|scadenza|vencimiento");
    private static final Pattern NOT_ITS_OWN = Pattern.compile(
            "有効期[限間]|納期|納入期[限日]|納品期[限日]|使用期間|利用期間|対象期間|契約期間|期間|まで|~|〜|から\\s*$|車検|満了|検針|生年月日|valid|expir|period|deliver|lief|leistung|livraison|shipp|service date|print|closed"
                    + "|geboren|birth|ursprungs|gültig|prélèvement|vom\\s*$|schreiben|telefonat|anzahlung|règlement|payment|paiement|abgesendet|until|\\bbis\\s*$|rebate|betriebsferien|\\bsince\\b|previous|前回");
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "注文日|発注日|受注日|order(?:ed)? date|date of order|bestell|auftrag|date de commande|besteldatum|見積日|quotation date|納品日|出荷日|linked|liée");
    private static final Pattern OWN = Pattern.compile(
            "請求日|請求年月日|発行日|発行年月日|作成日|作成年月日|見積日|見積年月日|発注日|注文日|発注年月日|納品日|納品年月日|領収日|受領日|検収日|取引日|取引年月日|売上日|伝票日付|(?:ご)?利用日|日付|年月日|締切?日"
                    + "|invoice date|date of invoice|date of issue|issue date|issued|dated?\\b|bizdate|receipt date|rechnungsdatum|beleg-?datum|ausstellungsdatum|\\bdatum\\b|date de (?:la )?facture|date d'émission"
                    + "|\\bdu\\s*$|\\ble\\s*$|factuur ?datum|fecha|\\bdata\\b|(?:nr|no|n°)\\.?\\s*\\S+\\s+(?:vom|von|du|of|dated)\\s*$|rechnung.*\\b(?:vom|von)\\s*$|facture.*\\bdu\\s*$");
    private static final Pattern TIME = Pattern.compile("^\\s*(?:\\([月火水木金土日]\\)|[月火水木金土日]曜日?)?\\s*,?\\s*(?:at|um)?\\s*\\d{1,2}[:：.時]\\d{2}");
    private static final Pattern RANGE_AFTER = Pattern.compile("^\\s*(?:~|〜|-|–|から|bis|to|au|until)\\s*\\d");
    private static final Pattern RANGE_BEFORE = Pattern.compile("\\d\\s*(?:~|〜|-|–|から|bis|to|au|until)\\s*$");

    @Override
    public List<Finding> find(Source source) {
        var sheet = Sheet.of(source);
        var dates = BookDates.of(
                source.text(),
                source.language() == Language.JAPANESE,
                BookCurrency.of(source).currency().filter(Currency.getInstance("USD")::equals).isPresent());
        String kind = source.request().kind();
        var found = new ArrayList<Finding>();
        int order = 0;
        for (Cell cell : sheet.cells()) {
            for (Dated dated : dates.in(source.text(), cell.start(), cell.end())) {
                double place = 0.008 / (1 + order++);
                score(source, sheet, cell, dated, kind).ifPresent(score -> found.add(Finding.of(
                        score < 0 ? "due_date" : "transaction_date",
                        new FieldValue.Day(dated.date()),
                        dated.start(),
                        dated.end(),
                        Math.min(0.98, Math.abs(score) + place))));
            }
        }
        return found;
    }

    /** How likely a date is the paper's own; below zero, how likely it is the due date. */
    private static Optional<Double> score(Source source, Sheet sheet, Cell cell, Dated dated, String kind) {
        String text = source.text();
        if (dated.date().isAfter(source.request().today().plusYears(3))) {
            return Optional.empty();
        }
        String after = text.substring(dated.end(), Math.min(text.length(), dated.end() + 16));
        String before = text.substring(Math.max(0, dated.start() - 8), dated.start());
        if (RANGE_AFTER.matcher(after).find() || RANGE_BEFORE.matcher(before).find() || after.startsWith("まで")) {
            return Optional.empty();
        }
        String inCell = clean(text.substring(cell.start(), dated.start()));
        Optional<Double> own = inCell.isBlank() ? Optional.empty() : judge(inCell, kind);
        if (own.isPresent() || !inCell.isBlank() && inCell.length() > 24) {
            return own.isPresent() ? own : Optional.of(0.3);
        }
        boolean inTable = kind.equals("statement");
        for (Cell label : inTable ? List.<Cell>of() : labels(sheet, cell)) {
            Optional<Double> told = judge(clean(label.text()), kind);
            if (told.isPresent()) {
                return told;
            }
        }
        if (inTable) {
            return Optional.empty();
        }
        boolean onFirst = cell.page() == 1;
        boolean high = cell.row() < Math.max(6, sheet.height(cell.page()) / 3);
        return Optional.of(TIME.matcher(after).find() ? 0.66 : onFirst && high ? 0.6 : onFirst ? 0.5 : 0.35);
    }

    /** The nearest words to the left, and those right above. */
    private static List<Cell> labels(Sheet sheet, Cell cell) {
        var labels = new ArrayList<Cell>();
        List<Cell> row = sheet.rowOf(cell);
        int at = row.indexOf(cell);
        if (at > 0) {
            labels.add(row.get(at - 1));
        }
        int index = sheet.rows().indexOf(row);
        for (int i = index - 1; i >= 0 && i >= index - 2; i--) {
            List<Cell> above = sheet.rows().get(i);
            if (above.get(0).page() == cell.page()) {
                above.stream().filter(cell::overlapsAcross).findFirst().ifPresent(labels::add);
            }
        }
        return labels;
    }

    private static String clean(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("(?<=[^\\p{ASCII}])\\s+(?=[^\\p{ASCII}])", "");
    }

    private static Optional<Double> judge(String words, String kind) {
        String near = words.length() > 48 ? words.substring(words.length() - 48) : words;
        if (DUE.matcher(near).find()) {
            return Optional.of(-0.9);
        }
        if (OF_ANOTHER.matcher(near).find() && !isOfKind(near, kind)) {
            return Optional.of(0.45);
        }
        if (OWN.matcher(near).find() && !(NOT_ITS_OWN.matcher(near).find() && !near.matches(".*\\b(?:vom|von)\\s*$"))) {
            return Optional.of(0.9);
        }
        return NOT_ITS_OWN.matcher(near).find() ? Optional.of(0.3) : Optional.empty();
    }

    private static boolean isOfKind(String words, String kind) {
        return switch (kind) {
            case "order", "order-acknowledgement" -> words.matches(".*(?:注文|発注|受注|order|bestell|auftrag|commande).*");
            case "quotation" -> words.matches(".*(?:見積|quotation|angebot).*");
            case "delivery-note" -> words.matches(".*(?:納品|出荷|deliver|liefer|livraison).*");
            default -> false;
        };
    }
}
