package io.fumikura.type.book;

import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headings of a page say about its kind. A heading is a short piece of a line; it counts more the larger a part of it the
 * kind's word is, the higher it stands, and the larger it is written.
 */
final class HeadingEvidence {

    private static final Pattern GAP = Pattern.compile("\\t|\\s{2,}|[|｜]");
    /** What follows a kind's word where it only labels something: 請求書番号, Invoice date. */
    private static final Pattern LABEL = Pattern.compile(
            "^\\s*(?:の?(?:番号|発行|日|送付|宛|提出|記載|通り|等|を|に|は|が)|(?:number|date|amount|total|to\\b|address|period|currency|liée|ref|due)|[:：])");
    /** A number after the word: a heading with its number as well as a reference to another paper. */
    private static final Pattern NUMBERED = Pattern.compile("^\\s*(?:no\\b|nr|n°|№|#)");
    /** What stands before a kind's word where it refers to another paper: date de facture, Ihre Bestellung. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:\\b(?:de|la|cette|votre|ihre[rn]?|zur|der|diese[rn]?|die|this|your|the|our|per|for|with|of|a|an|to|as|and|on|no|bill)|本|当|同|別紙|左記|前回)\\s*$");

    private static final int LONGEST = 48;
    /** No heading stands below that on a page. */
    private static final int LINES = 200;

    private HeadingEvidence() {}

    /** Points per kind; 1 and more is a clear heading. */
    static Map<BookKind, Double> of(PageText page) {
        var points = new EnumMap<BookKind, Double>(BookKind.class);
        double usual = usualHeight(page);
        int count = Math.min(LINES, page.lines().size());
        boolean laidOut = page.source() != TextSource.PLAIN;
        for (int i = 0; i < count; i++) {
            var line = page.lines().get(i);
            double place = place(line.box().isNone() || !laidOut ? (double) i / Math.max(count, 12) : line.box().top());
            double size = laidOut && usual > 0 && line.box().height() > 1.3 * usual ? 1.5 : 1;
            for (String piece : pieces(page.folded().substring(line.start(), line.end()))) {
                add(points, piece, place * size);
            }
        }
        return points;
    }

    /** Short pieces of a line, in lower case, ideographs without the blanks that spread a heading (請 求 書). */
    static List<String> pieces(String line) {
        var pieces = new ArrayList<String>();
        String joined = line.replaceAll("(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])\\s+(?=[\\p{IsHan}])", "");
        // A colon in a column of its own belongs to the label before it.
        for (String piece : GAP.split(joined.replaceAll("\\s+(?=[:：])", ""))) {
            String trimmed = piece.strip().replaceAll("^[#*\\-=>■□◆【《<(\\[\\s]+|[#*\\-=<■□◆】》>)\\]\\s]+$", "");
            if (!trimmed.isEmpty() && trimmed.length() <= LONGEST) {
                pieces.add(trimmed.toLowerCase(Locale.ROOT));
            }
        }
        return pieces;
    }

    private static void add(Map<BookKind, Double> points, String piece, double weight) {
        BookKind best = null;
        Matcher found = null;
        for (BookKind kind : BookKind.values()) {
            Matcher matcher = kind.heading().matcher(piece);
            if (matcher.find() && (found == null || longer(matcher, found))) {
                best = kind;
                found = matcher;
            }
        }
        if (best != null && found != null) {
            points.merge(best, weight * share(piece, found), Math::max);
        }
    }

    private static boolean longer(Matcher one, Matcher other) {
        int difference = (one.end() - one.start()) - (other.end() - other.start());
        return difference > 0 || difference == 0 && one.start() < other.start();
    }

    private static double share(String piece, Matcher found) {
        if (LABEL.matcher(piece.substring(found.end())).find() || REFERENCE.matcher(piece.substring(0, found.start())).find()) {
            return 0.3;
        }
        if (NUMBERED.matcher(piece.substring(found.end())).find()) {
            return found.start() == 0 || piece.charAt(found.start() - 1) == ' ' ? 0.7 : 0.3;
        }
        double part = (double) (found.end() - found.start()) / piece.length();
        return part >= 0.45 || found.start() == 0 && part >= 0.2 ? 1 + part / 4 : part >= 0.3 || found.start() == 0 ? 0.7 : 0.35;
    }

    private static double place(double top) {
        return top < 0.35 ? 1 : top < 0.6 ? 0.7 : 0.4;
    }

    private static double usualHeight(PageText page) {
        double[] heights = page.lines().stream()
                .mapToDouble(line -> line.box().height())
                .filter(height -> height > 0)
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }
}
