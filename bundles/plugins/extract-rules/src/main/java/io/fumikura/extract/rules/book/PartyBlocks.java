package io.fumikura.extract.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names that are labelled: "Seller: …", or under a heading such as "Käufer", where lines of numbers may stand before the name. */
final class PartyBlocks {

    /** Rows below a label in which its name stands. */
    private static final int DEPTH = 6;

    private static final Pattern NAME_KEY = Pattern.compile("^(?:name|firma|company|company name|nom|naam|会社名|社名|氏名|名称)\\s*[:：]?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("^[\\p{L} ./-]{2,30}[:：]|^(?:gln|duns|id|no|nr|lief|kunden|ust)\\b.*\\d", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTENTION = Pattern.compile("^(?:attn|attention|z\\. ?hd|t\\.a\\.v|à l'attention de)\\.?\\s*[:：]?\\s*", Pattern.CASE_INSENSITIVE);

    private final Sheet sheet;

    PartyBlocks(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param label must match the start of a cell, in lower case */
    List<Party> find(Pattern label, double score) {
        var found = new ArrayList<Party>();
        for (Cell cell : sheet.cells()) {
            Matcher matcher = label.matcher(cell.lower());
            if (matcher.lookingAt()) {
                String rest = cell.text().substring(matcher.end());
                boolean colon = rest.matches("\\s*[:：].*");
                if (rest.chars().filter(Character::isLetterOrDigit).count() > 1) {
                    if (colon) {
                        name(cell, matcher.end(), score).ifPresent(found::add);
                    }
                } else {
                    beside(cell, score).or(() -> below(cell, score)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Party> beside(Cell cell, double score) {
        return sheet.rightOf(cell).stream()
                .findFirst()
                .filter(right -> right.left() - cell.right() < 12 * cell.height() && NameWords.hasLegalForm(right.text()))
                .flatMap(right -> name(right, 0, score));
    }

    private Optional<Party> below(Cell label, double score) {
        for (Cell cell : sheet.under(label, DEPTH)) {
            Matcher key = NAME_KEY.matcher(cell.text());
            if (key.lookingAt()) {
                return key.end() < cell.text().length()
                        ? name(cell, key.end(), score)
                        : sheet.rightOf(cell).stream().findFirst().flatMap(right -> name(right, 0, score));
            }
            Matcher attention = ATTENTION.matcher(cell.text());
            if (attention.lookingAt()) {
                return name(cell, attention.end(), score);
            }
            if (isKey(cell)) {
                continue;
            }
            Optional<Party> name = KEY.matcher(cell.text()).find() ? Optional.empty() : name(cell, 0, score);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** Whether the cell to the right starts with a colon: then this one is a key, and no value. */
    boolean isKey(Cell cell) {
        return sheet.rightOf(cell).stream().findFirst().filter(right -> right.text().startsWith(":")).isPresent();
    }

    /** The name in a cell from an index on. */
    static Optional<Party> name(Cell cell, int from, double score) {
        String rest = cell.text().substring(from);
        String name = NameWords.clean(rest.replaceFirst("^[\\s:：]+", ""));
        int at = name.isEmpty() ? -1 : rest.indexOf(name);
        if (name.isEmpty() || rest.matches("(?s).*[:：]\\s*|\\((?![株有同合]\\)).*") || !NameWords.isNameLike(name)) {
            return Optional.empty();
        }
        // A name that was repaired stands somewhere in the cell.
        int start = cell.start() + from + Math.max(0, at);
        int end = at < 0 ? cell.end() : start + name.length();
        return Optional.of(new Party(name, start, end, score));
    }
}
