package io.fumikura.extract.rules.book;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title: the heading that names the paper; what it says to be about (件名) is the next best. */
final class HeadingRule implements Rule {

    private static final Pattern HEADING = Pattern.compile(
            "請求書|見積書|注文書|発注書|注文請書|発注請書|納品書|領収[書証]|検収書|明細書|お知らせ|レシート|伝票|通知書"
                    + "|\\b(?:invoice|quotation|quote|estimate|purchase order|order confirmation|delivery note|receipt|credit note|statement|\\p{L}*rechnung|rechnungs-?korrektur|gutschrift|angebot|lieferschein"
                    + "|auftragsbestätigung|facture|avoir|devis|bon de commande|bon de livraison|factuur|fattura|factura)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LABEL = Pattern.compile("番号|日付?\\s*[:：]|発行日|number|date|\\bdu\\b.*\\d{4}$|[:：]\\s*\\S|\\bto\\b|address|。$");
    private static final Pattern SUBJECT = Pattern.compile("^(?:ご?請求)?(?:件名|案件名|工事名|subject|betreff|objet|betreft)\\s*[:：]?\\s*");
    private static final int LONGEST = 40;

    @Override
    public List<Finding> find(Source source) {
        var sheet = Sheet.of(source);
        var found = new ArrayList<Finding>();
        double usual = sheet.cells().stream().mapToDouble(Cell::height).sorted().skip(sheet.cells().size() / 2).findFirst().orElse(0);
        for (Cell cell : sheet.cells()) {
            String text = cell.lower().replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "");
            Matcher heading = HEADING.matcher(text);
            if (cell.page() == 1 && text.length() <= LONGEST && heading.find() && !LABEL.matcher(text).find()) {
                double size = cell.height() > 1.3 * usual ? 0.1 : 0;
                double part = 0.2 * (heading.end() - heading.start()) / text.length();
                double high = cell.row() < sheet.height(1) / 3 ? 0.1 : 0;
                add(found, cell, cell.start(), 0.5 + size + part + high);
            }
            Matcher subject = SUBJECT.matcher(text);
            if (subject.find()) {
                addSubject(found, sheet, cell, subject.end());
            }
        }
        return found;
    }

    private static void addSubject(List<Finding> found, Sheet sheet, Cell cell, int from) {
        if (from < cell.text().length() && cell.lower().startsWith(cell.text().substring(0, 1).toLowerCase(java.util.Locale.ROOT))) {
            String lower = cell.lower();
            Matcher plain = SUBJECT.matcher(lower);
            if (plain.find() && plain.end() < lower.length()) {
                add(found, cell, cell.start() + plain.end(), 0.48);
            }
            return;
        }
        sheet.rightOf(cell).stream().findFirst().ifPresent(right -> add(found, right, right.start(), 0.48));
    }

    private static void add(List<Finding> found, Cell cell, int start, double score) {
        String value = cell.text()
                .substring(start - cell.start())
                .replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "")
                .replaceAll("^[#*>=<■□◆【\\s-]+|[#*>=<■□◆】\\s-]+$", "");
        if (value.chars().anyMatch(Character::isLetter)) {
            found.add(Finding.of("title", new FieldValue.Text(value), start, cell.end(), Math.min(0.95, score)));
        }
    }
}
