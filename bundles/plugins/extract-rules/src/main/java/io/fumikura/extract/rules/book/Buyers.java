package io.fumikura.extract.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** To whom a paper is addressed. */
final class Buyers {

    private static final Pattern LABEL = Pattern.compile(
            "(?:käufer(?:/leistungsempfänger)?|kunde\\b|rechnungsempfänger|rechnungsadresse|leistungsempfänger|abweichender warenempfänger|warenempfänger|bill(?:ed)? to(?: address)?|invoice to|sold to|ship to|delivery address|billing address|customer\\b|client\\b|buyer"
                    + "|adresse de (?:livraison|facturation)|facturé à|factuuradres|afleveradres|nom de l.abonné|ご?請求先|宛先|納入先|買主|発注者|お客様名?|購入者)");
    private static final Pattern ONLY_HONORIFIC = Pattern.compile("^(?:御中|様|殿)$");

    /** Rows of a name and its address. */
    private static final int ADDRESS = 4;

    private final Sheet sheet;

    Buyers(Sheet sheet) {
        this.sheet = sheet;
    }

    List<Party> find() {
        var found = new ArrayList<Party>();
        for (Cell cell : sheet.cells()) {
            if (ONLY_HONORIFIC.matcher(cell.text()).matches()) {
                List<Cell> row = sheet.rowOf(cell);
                int at = row.indexOf(cell);
                if (at > 0) {
                    PartyBlocks.name(row.get(at - 1), 0, 0.9).ifPresent(found::add);
                }
            } else if (NameWords.hasHonorific(cell.text()) && cell.text().length() <= 60) {
                PartyBlocks.name(cell, 0, cell.text().endsWith("御中") ? 0.92 : 0.85).ifPresent(found::add);
                companyOf(cell).ifPresent(found::add);
            }
        }
        found.addAll(new PartyBlocks(sheet).find(LABEL, 0.85));
        return found;
    }

    /** The company of a person who is addressed stands in the lines above. */
    private Optional<Party> companyOf(Cell person) {
        if (NameWords.hasLegalForm(person.text())) {
            return Optional.empty();
        }
        int at = sheet.rows().indexOf(sheet.rowOf(person));
        for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
            for (Cell above : sheet.rows().get(i)) {
                boolean sameBlock = above.page() == person.page() && Math.abs(above.left() - person.left()) < 3 * person.height();
                if (sameBlock && NameWords.hasLegalForm(above.text())) {
                    return PartyBlocks.name(above, 0, 0.9);
                }
            }
        }
        return Optional.empty();
    }

    /** The cells in which these names stand, also where they are repeated, and the addresses below their labels. */
    List<Cell> cells(List<Party> buyers) {
        List<Cell> blocks = sheet.cells().stream()
                .filter(cell -> LABEL.matcher(cell.lower()).lookingAt())
                .flatMap(label -> sheet.under(label, ADDRESS).stream())
                .toList();
        return sheet.cells().stream()
                .filter(cell -> blocks.contains(cell) || LABEL.matcher(cell.lower()).lookingAt() || buyers.stream().anyMatch(buyer -> buyer.score() >= 0.8
                        && (cell.start() < buyer.end() && buyer.start() < cell.end()
                                || NameWords.plain(cell.text()).equals(NameWords.plain(buyer.name())))))
                .toList();
    }
}
