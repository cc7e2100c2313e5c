package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day on which a contract was concluded: labelled, alone in a line above the signatures or below the title, or in the
 * preamble. Dates of deliveries, of other contracts, of laws stand inside of sentences and are not taken.
 */
final class ConclusionDate {

    private static final Pattern LABEL = Pattern.compile("(?:契約)?(?:締結|作成|合意|調印|署名)(?:年月)?日(?:付)?|契約(?:年月)?日|日付");
    private static final Pattern ALONE = Pattern.compile("[\\s.,、()以上付締結日西暦作成於:|*#-]*");
    private static final Pattern CLOSING = Pattern.compile("証(?:として|する(?:ため|為)|とし)|各(?:自|々)?[、]?(?:その)?[1一壱]通|(?:記名|署名)(?:押印|捺印)|電磁的記録");
    private static final Pattern PREAMBLE =
            Pattern.compile("^(?:\\([^()]{2,20}\\))?(?:付(?:け)?(?:で|にて)?|に|、|をもって)[^。]{0,150}?(?:契約|覚書|合意|協定)[^。]{0,80}?締結(?:する|した|します|し|され)|^(?:\\([^()]{2,20}\\))?に締結(?:する|します|され)");
    private static final Pattern OTHER_CONTRACT = Pattern.compile("原契約|既に|先に|変更|締結済|付(?:け)?(?:の)?「|締結された|締結した[^。]{0,30}(?:契約|覚書)");

    private final Source source;
    private final Compact compact;
    private final List<Found> found = new ArrayList<>();

    private ConclusionDate(Source source) {
        this.source = source;
        compact = Compact.of(source);
    }

    /** @param start place in {@link Source#text()} */
    record Found(LocalDate date, int start, int end, double confidence) {}

    /** The most likely first. */
    static List<Found> find(Source source) {
        return source.view(ConclusionDate.class, ConclusionDate::make).found;
    }

    private static ConclusionDate make(Source source) {
        var dates = new ConclusionDate(source);
        dates.lines();
        dates.preamble();
        dates.found.sort(Comparator.comparingDouble(Found::confidence).reversed());
        return dates;
    }

    static Optional<Found> best(Source source) {
        return find(source).stream().findFirst();
    }

    private void lines() {
        String text = source.text();
        int closing = closing();
        int start = 0;
        for (String line : text.split("[\\n\\f]", -1)) {
            line(line, start, closing);
            start += line.length() + 1;
        }
    }

    /** Place of the last closing words; the text's last third where there are none. */
    private int closing() {
        int last = -1;
        Matcher matcher = CLOSING.matcher(compact.text());
        while (matcher.find()) {
            last = matcher.start();
        }
        return last < 0 ? -1 : compact.origin(last);
    }

    private void line(String line, int start, int closing) {
        int[] back = new int[line.length() + 1];
        String joined = join(line, back);
        if (joined.length() > 80 || joined.isEmpty()) {
            return;
        }
        for (Dates.Dated dated : Dates.in(joined)) {
            String before = joined.substring(0, dated.start());
            String after = joined.substring(dated.end());
            double confidence = confidence(line, before, after, start, closing);
            if (confidence > 0) {
                found.add(new Found(dated.date(), start + back[dated.start()], start + back[dated.end() - 1] + 1, confidence));
            }
        }
    }

    private double confidence(String line, String before, String after, int start, int closing) {
        Matcher label = LABEL.matcher(before);
        if (label.find() && before.length() <= 24 && ALONE.matcher(before.substring(label.end())).matches()) {
            return label.group().equals("日付") ? 0.75 : 0.97;
        }
        boolean alone = ALONE.matcher(before).matches() && (ALONE.matcher(after).matches() || line.strip().matches("[^\\t]*\\t.*[甲乙].*"));
        if (!alone) {
            return 0;
        }
        double place = (double) start / Math.max(1, source.text().length());
        if (closing >= 0 && start > closing) {
            return 0.95 - place / 100;
        }
        boolean opening = start < 600 && compact.indexOf(start) <= Clauses.of(source).firstArticle();
        return place > 0.6 ? 0.85 + place / 100 : opening ? 0.8 : 0;
    }

    private static String join(String line, int[] back) {
        var joined = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (!Character.isWhitespace(letter) && letter != '*' && letter != '#' && letter != '|') {
                back[joined.length()] = i;
                joined.append(letter);
            }
        }
        back[joined.length()] = line.length();
        return joined.toString();
    }

    private void preamble() {
        String text = compact.text();
        int end = Math.min(Math.min(Clauses.of(source).firstArticle(), 1500), text.length());
        String preamble = text.substring(0, end);
        for (Dates.Dated dated : Dates.in(preamble)) {
            Matcher matcher = PREAMBLE.matcher(preamble.substring(dated.end()));
            if (matcher.find() && !OTHER_CONTRACT.matcher(matcher.group()).find()) {
                found.add(new Found(dated.date(), compact.origin(dated.start()), compact.originEnd(dated.end()), 0.8));
            }
        }
    }
}
