package io.fumikura.extract.rules.book;

import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who issued a paper (for orders: to whom it is addressed is seen to by {@link PartiesRule}). */
final class Sellers {

    private static final Pattern LABEL = Pattern.compile(
            "(?:verkäufer|lieferant|rechnungssteller|leistungserbringer|seller|vendor|supplier|service provider|sold by|billed by|issued by|issuer|vendeur|fournisseur|émetteur|prestataire|leverancier"
                    + "|請求元|発行元|発行者|販売元|販売者|売主|納入者|受注者|提供者)");
    private static final Pattern SOLD_BY = Pattern.compile("(?:are|is|were) sold by ([A-Z][^\\n\\t]{2,60}?)\\.?(?=[\\n\\t]|$)");
    /** Numbers that stand with the issuer's name and address. */
    private static final Pattern IDENTITY = Pattern.compile(
            "登録番号|〒|\\btel\\b|電話|ust[ .-]?id|siret|\\btva\\b\\s*:|\\bhrb\\b|\\brcs\\b|vat (?:no|id|reg)|gst (?:no|id|reg)|company no|reg(?:istration)? no|co\\.? no|\\(\\d{4,}-[a-z]\\)|capital|registergericht|kvk",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS_OR_NUMBER = Pattern.compile(
            "登録番号|〒|\\btel\\b|電話|[都道府県].{1,8}[区市町村郡]|ust[ .-]?id|siret|vat (?:no|id|reg)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BANK = Pattern.compile("振込|口座|銀行|名義|bank|kontoinhaber|kontoname|account", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER_LINE = Pattern.compile("^.{3,50}?(?:\\s[-–]\\s|\\s*[|●•]\\s*).{3,60}(?:\\s[-–]\\s|\\s*[|●•]\\s*|,).*\\d{4,5}.*");
    private static final int HEAD = 7;
    private static final int MOST = 20;

    private final Source source;
    private final Sheet sheet;
    private final PartyBlocks blocks;
    private final List<Cell> taken;

    /** @param taken cells that hold the buyer */
    Sellers(Source source, List<Cell> taken) {
        this.source = source;
        this.sheet = Sheet.of(source);
        blocks = new PartyBlocks(sheet);
        this.taken = taken;
    }

    List<Party> find() {
        var found = new ArrayList<>(blocks.find(LABEL, 0.92));
        soldBy(found);
        senderLine(found);
        companies(found);
        blocks(found);
        head(found);
        return found.stream()
                .sorted(Comparator.comparingDouble(Party::score).reversed())
                .limit(MOST)
                .map(this::corroborated)
                .toList();
    }

    private void soldBy(List<Party> found) {
        Matcher matcher = SOLD_BY.matcher(source.text());
        while (matcher.find()) {
            found.add(new Party(matcher.group(1), matcher.start(1), matcher.end(1), 0.8));
        }
    }

    /** The sender's line over the window of a letter: name, street, town in one line. */
    private void senderLine(List<Party> found) {
        for (List<Cell> row : sheet.rows()) {
            Cell first = row.get(0);
            String line = source.text().substring(first.start(), Math.max(first.end(), row.get(row.size() - 1).end()));
            if (first.page() == 1 && first.row() < sheet.height(1) / 2 + 3 && line.length() < 160 && SENDER_LINE.matcher(line.replaceAll("\\s+", " ")).matches()) {
                PartyBlocks.name(first, 0, 0.86).ifPresent(found::add);
            }
        }
    }

    /** Names with a legal form anywhere; more likely near an address or a number of a register. */
    private void companies(List<Party> found) {
        int index = 0;
        for (Cell cell : sheet.cells()) {
            String text = cell.text();
            if (!taken.contains(cell) && text.length() <= 90 && NameWords.hasLegalForm(text) && !BANK.matcher(text).find() && !NameWords.hasHonorific(text)) {
                double near = isNearIdentity(cell) ? 0.15 : 0;
                double order = 0.01 / (1 + index++);
                PartyBlocks.name(cell, 0, 0.6 + near + order).ifPresent(found::add);
            }
        }
    }

    /** A name without a legal form over an address, a telephone number and a number of a register. */
    private void blocks(List<Party> found) {
        for (Cell cell : sheet.cells()) {
            if (cell.page() == 1 && !taken.contains(cell) && !blocks.isKey(cell) && !NameWords.hasHonorific(cell.text())) {
                List<Cell> below = sheet.below(cell, 5);
                long signs = below.stream()
                        .filter(other -> Math.abs(other.left() - cell.left()) < 4 * cell.height() && ADDRESS_OR_NUMBER.matcher(other.text()).find())
                        .count();
                if (signs >= 2) {
                    PartyBlocks.name(cell, 0, 0.45 + 0.03 * signs).ifPresent(found::add);
                }
            }
        }
    }

    private boolean isNearIdentity(Cell cell) {
        int at = sheet.rows().indexOf(sheet.rowOf(cell));
        for (int i = Math.max(0, at - 1); i < sheet.rows().size() && i <= at + 5; i++) {
            for (Cell other : sheet.rows().get(i)) {
                boolean beside = i == at || Math.abs(other.left() - cell.left()) < 6 * cell.height() || other.overlapsAcross(cell);
                if (other.page() == cell.page() && beside && IDENTITY.matcher(other.text()).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first lines of a receipt, or the letter head. */
    private void head(List<Party> found) {
        int seen = 0;
        for (List<Cell> row : sheet.rows()) {
            if (row.get(0).page() > 1 || seen >= HEAD) {
                return;
            }
            boolean named = false;
            for (Cell cell : row) {
                if (!taken.contains(cell) && !blocks.isKey(cell) && !NameWords.hasHonorific(cell.text())) {
                    named |= PartyBlocks.name(cell, 0, headScore(cell, seen)).map(found::add).isPresent();
                }
            }
            seen += named || row.get(0).text().length() > 3 ? 1 : 0;
        }
    }

    private double headScore(Cell cell, int seen) {
        String text = cell.text();
        long letters = text.chars().filter(Character::isLetter).count();
        boolean business = NameWords.BUSINESS.matcher(text).find() || NameWords.hasLegalForm(text);
        boolean noise = text.charAt(0) < 0x250 && !text.matches(".*\\p{L}{3}.*") || letters < 4 && text.charAt(0) < 0x250 || letters < 0.6 * text.replace(" ", "").length();
        boolean small = text.equals(text.toLowerCase(Locale.ROOT)) && text.charAt(0) < 0x250;
        boolean addressed = sheet.below(cell, 1).stream().anyMatch(below -> below.text().matches(".*\\d.*") && !NameWords.isNameLike(below.text()));
        boolean receipt = source.request().kind().equals("receipt");
        return 0.5
                - (receipt || business || addressed ? 0 : 0.2)
                + (business ? 0.2 : 0)
                + (addressed ? 0.1 : 0)
                - (noise ? 0.3 : 0)
                - (small ? 0.2 : 0)
                - 0.025 * seen;
    }

    /** A name that is also the name of the web site, or stands in several places, is more likely the issuer's. */
    private Party corroborated(Party party) {
        String plain = NameWords.plain(party.name());
        if (plain.length() < 4) {
            return party;
        }
        String text = source.text().toLowerCase(Locale.ROOT);
        boolean site = text.matches("(?s).*(?:www\\.|https?://(?:www\\.)?)[a-z0-9.-]*" + Pattern.quote(plain) + ".*");
        long places = sheet.cells().stream()
                .filter(cell -> !taken.contains(cell) && NameWords.plain(cell.text()).contains(plain))
                .limit(3)
                .count();
        return party.scored(party.score() + (site ? 0.08 : 0) + 0.02 * (places - 1));
    }
}
