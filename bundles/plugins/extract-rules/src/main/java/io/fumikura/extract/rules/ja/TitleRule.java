package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.document.text.TextSource;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Title (タイトル): the first line that names a contract; without one, what the preamble calls it. */
final class TitleRule implements Rule {

    private static final int OPENING = 3000;

    /** How sure a title is of which one character was corrected. */
    private static final double MISREAD = 0.6;

    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t#*|◆■<【-]*(?<line>\\S[^\\n\\f]{0,90}?)[ \\t#*|】>]*$");
    private static final Pattern TITLE = Pattern.compile(
            "(?:契約書|契約証書|契約証|約定書|覚書|覚え書き?|合意書|協定書|誓約書|念書|示談書|差入書|確約書|承諾書|同意書|確認書|契約条項|条項|契約|約款|注文請書|通知書)"
                    + "(?:[(\\[【〔「<].{0,24}[)\\]】〕」>]|[-ー]?\\d{1,3}|案|写|ひな形|ひな型|雛形|サンプル|テンプレート){0,3}$");
    private static final Pattern NO_TITLE = Pattern.compile("^第[\\d一二三四五六七八九十]+[条章]|。|^[甲乙][はとが及]|以下|締結|^\\(?\\d+[.)]|^(?:契約番号|文書番号|No|収入印紙|印紙|別紙|添付)");
    private static final Pattern SPACED = Pattern.compile("\\S(?:\\s+\\S)+");
    /** A line that can't stand alone: the title goes on below. */
    private static final Pattern GOES_ON = Pattern.compile(".*(?:に関する|に係る|にかかる|についての|における|に伴う|及び|および|並びに|兼|の|・|」|』)$");
    private static final Pattern NAMED =
            Pattern.compile("(?<name>[^、。()「」\\s]{2,30}契約)\\(以下[、,]?「本[^」]*契約」");
    private static final Pattern CONCLUDED =
            Pattern.compile("(?:とおり|通り|条件で|もって|ここに)、?(?<name>[^、。()「」\\s]{2,30}契約)(?:書)?(?:を|の)締結");

    @Override
    public List<Finding> find(Source source) {
        List<MatchResult> lines = source.matches(LINE).takeWhile(line -> line.start() < OPENING).limit(60).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).group(1);
            Optional<String> meant = meant(source, lines.get(i));
            if (meant.isPresent()) {
                return List.of(Finding.of("title", new FieldValue.Text(meant.get()), lines.get(i).start(1), lines.get(i).end(1), MISREAD));
            }
            if (isTitle(line)) {
                return List.of(title(source, lines, i));
            }
            if (line.replaceAll("\\s", "").matches("^第[1一]条.*")) {
                break;
            }
        }
        return called(source).map(List::of).orElse(List.of());
    }

    /** What a recognised line must have been, where one character of it was misread. */
    private static Optional<String> meant(Source source, MatchResult line) {
        boolean recognised = source.document().pages().get(source.document().pageAt(line.start()) - 1).source() == TextSource.OCR;
        return recognised ? MisreadTitle.meant(line.group(1).replaceAll("\\s", ""), Compact.of(source).text()) : Optional.empty();
    }

    private static boolean isTitle(String line) {
        String joined = line.replaceAll("\\s", "");
        return joined.length() <= 70 && TITLE.matcher(joined).find() && !NO_TITLE.matcher(joined).find();
    }

    private static Finding title(Source source, List<MatchResult> lines, int index) {
        var parts = new ArrayList<String>();
        int first = index;
        while (first > 0 && goesOn(lines.get(first - 1), lines.get(first))) {
            first--;
        }
        for (int i = first; i <= index; i++) {
            parts.add(tidy(lines.get(i).group(1)));
        }
        return Finding.of(
                "title", new FieldValue.Text(String.join("", parts)), lines.get(first).start(1), lines.get(index).end(1), 0.95);
    }

    private static boolean goesOn(MatchResult line, MatchResult next) {
        String joined = line.group(1).replaceAll("\\s", "");
        return next.start() - line.end() < 4 && joined.length() <= 40 && GOES_ON.matcher(joined).matches() && !NO_TITLE.matcher(joined).find();
    }

    /** 秘　密　保　持　契　約　書 is one word; other spaces part words. */
    private static String tidy(String line) {
        String stripped = line.strip();
        Matcher spaced = SPACED.matcher(stripped);
        boolean single = spaced.matches() && stripped.matches("(?:\\S\\s+)+\\S");
        return single ? stripped.replaceAll("\\s", "") : stripped.replaceAll("\\s+", " ");
    }

    private static Optional<Finding> called(Source source) {
        Compact compact = Compact.of(source);
        String start = compact.text().substring(0, Math.min(compact.text().length(), 1500));
        for (Pattern pattern : List.of(NAMED, CONCLUDED)) {
            Matcher matcher = pattern.matcher(start);
            if (matcher.find()) {
                String name = matcher.group("name").replaceFirst("^.*(?:とおり|通り|により|に関して|に基づき|につき|ついて)", "");
                int from = matcher.end("name") - name.length();
                return name.length() < 3
                        ? Optional.empty()
                        : Optional.of(Finding.of(
                                "title", new FieldValue.Text(name), compact.origin(from), compact.originEnd(matcher.end("name")), 0.5));
            }
        }
        return Optional.empty();
    }
}
