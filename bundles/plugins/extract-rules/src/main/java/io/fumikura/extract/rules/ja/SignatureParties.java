package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parties as signature blocks and labels give them: 甲:株式会社A, or 甲(委託者) followed by lines with address, name and representative,
 * also side by side in two columns.
 */
final class SignatureParties {

    private static final int BLOCK = 9;
    private static final int TAIL = 24;
    private static final int LONGEST_LINE = 300;
    private static final Pattern REPRESENTATIVE = Pattern.compile("^[\\s*・-]*(?:代\\s*表\\s*(?:者|取締役|社員|理事|執行役)|取締役社長|理事長)");
    private static final String LETTER = "[甲乙丙丁戊]";
    private static final Pattern MARKER = Pattern.compile("^[\\s*#・>\\-]*+[(\\[【〔<]?\\s*+(?:(?<letter>" + LETTER + ")|(?<role>" + Names.ROLE + "))\\s*"
            + "(?:[(\\[【:]\\s*(?<note>[^)\\]】\\n]{0,14}?)\\s*[)\\]】])?\\s*[)\\]】〕>]?\\s*\\**(?:[::]|(?<=\\s)|$|(?<=[)\\]】〕>*]))(?<rest>[^\\n]*)$");
    private static final Pattern SENTENCE = Pattern.compile("^\\s*(?:は|が|の|に|を|と|及び|又は|から|より|または|および|、|,)|.*(?:。|する|とする|ものとし)\\s*$");
    private static final Pattern COMPANY_LABEL = label("会社名|商\\s*号|社\\s*名|法人名|団体名|企業名|組織名|屋\\s*号|事業者名|名\\s*称|商号又は名称|氏名又は名称|名称又は氏名|会社");
    private static final Pattern PERSON_LABEL = label("氏\\s*名|名\\s*前|署\\s*名|氏名\\(自署\\)|(?:借主|貸主|本人)?氏名");
    private static final Pattern OTHER_LABEL = label("住\\s*所|所\\s*在\\s*地?|本店(?:所在地)?|本社|代\\s*表\\s*者(?:名|氏名)?|役\\s*職|電\\s*話(?:番号)?|TEL|FAX|生年月日|担当者?|部署|メール(?:アドレス)?|E-?mail|口座");
    private static final Pattern GAP = Pattern.compile("\\t+|[ ]{2,}");

    private final List<Party> parties = new ArrayList<>();

    private SignatureParties() {}

    private record Line(String text, int start) {}

    private static Pattern label(String words) {
        return Pattern.compile("^[\\s*#・>(\\[【-]*(?:" + words + ")[)\\]】]?\\s*\\**\\s*(?:[::|]|\\s|$)\\s*");
    }

    static List<Party> find(Source source) {
        var signatures = new SignatureParties();
        List<Line> lines = lines(source.text());
        for (int i = 0; i < lines.size(); i++) {
            signatures.read(lines, i);
        }
        return signatures.parties;
    }

    /**
     * Companies in labelled lines, and in lines above those of their representatives, in the last part of the document: for signature
     * blocks whose 甲 and 乙 are missing or were recognised as something else.
     */
    static List<Party> unmarked(Source source) {
        var parties = new ArrayList<Party>();
        List<Line> lines = lines(source.text()).stream().filter(line -> !line.text().isBlank()).toList();
        for (int i = Math.max(0, lines.size() - TAIL); i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean represented = i + 1 < lines.size() && REPRESENTATIVE.matcher(lines.get(i + 1).text()).find();
            boolean label = COMPANY_LABEL.matcher(line.text()).find();
            if ((label || represented) && Names.isEntity(line.text())) {
                labelled(List.of(line), COMPANY_LABEL)
                        .or(() -> entity(line))
                        .filter(part -> parties.stream().noneMatch(party -> party.name().equals(part.text())))
                        .ifPresent(part -> parties.add(Party.of("署名" + parties.size(), part)));
            }
        }
        return parties;
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\f') {
                int end = Math.min(i, start + LONGEST_LINE);
                lines.add(new Line(text.substring(start, end), start));
                start = i + 1;
            }
        }
        return lines;
    }

    private void read(List<Line> lines, int index) {
        Line line = lines.get(index);
        List<Line> cells = cells(line);
        if (cells.size() == 2 && cells.stream().allMatch(cell -> marker(cell).isPresent())) {
            for (int column = 0; column < 2; column++) {
                readBlock(cells.get(column), column(lines, index, cells.get(1).start() - line.start(), column));
            }
        } else {
            readBlock(line, following(lines, index));
        }
    }

    /** Parts of a line with wide gaps between them. */
    private static List<Line> cells(Line line) {
        var cells = new ArrayList<Line>();
        int start = 0;
        Matcher gap = GAP.matcher(line.text());
        while (gap.find()) {
            addCell(cells, line, start, gap.start());
            start = gap.end();
        }
        addCell(cells, line, start, line.text().length());
        return cells;
    }

    private static void addCell(List<Line> cells, Line line, int start, int end) {
        if (!line.text().substring(start, end).isBlank()) {
            cells.add(new Line(line.text().substring(start, end), line.start() + start));
        }
    }

    /** The lines below a heading of two columns, the left or right halves of them. */
    private static List<Line> column(List<Line> lines, int index, int middle, int column) {
        var halves = new ArrayList<Line>();
        for (Line line : following(lines, index)) {
            List<Line> cells = cells(line);
            if (cells.size() >= 2) {
                int half = cells.size() / 2;
                cells.subList(column == 0 ? 0 : half, column == 0 ? half : cells.size()).forEach(halves::add);
            } else if (cells.size() == 1) {
                boolean right = cells.get(0).start() - line.start() >= middle - 2;
                if (right == (column == 1)) {
                    halves.add(cells.get(0));
                }
            }
        }
        return halves;
    }

    /** Lines that belong to a marker: up to the next marker or article. */
    private static List<Line> following(List<Line> lines, int index) {
        var following = new ArrayList<Line>();
        int blank = 0;
        for (int i = index + 1; i < lines.size() && following.size() < BLOCK && blank < 4; i++) {
            Line line = lines.get(i);
            if (marker(line).isPresent() || line.text().strip().matches("^第[\\d一二三四五六七八九十]+条.*|^#+\\s*第.*|.*。")) {
                break;
            }
            if (line.text().isBlank()) {
                blank++;
            } else {
                following.add(line);
            }
        }
        return following;
    }

    private static Optional<Matcher> marker(Line line) {
        Matcher marker = MARKER.matcher(line.text());
        return marker.matches() && !SENTENCE.matcher(marker.group("rest")).find() ? Optional.of(marker) : Optional.empty();
    }

    private void readBlock(Line line, List<Line> block) {
        marker(line).ifPresent(marker -> {
            String role = role(marker);
            var all = new ArrayList<Line>();
            if (!marker.group("rest").isBlank()) {
                all.add(new Line(marker.group("rest"), line.start() + marker.start("rest")));
            }
            all.addAll(block);
            name(all, !marker.group("rest").isBlank()).ifPresent(part -> parties.add(Party.of(role, part)));
        });
    }

    private static String role(Matcher marker) {
        if (marker.group("letter") != null) {
            return marker.group("letter");
        }
        String note = marker.group("note");
        return note != null && note.strip().matches(LETTER) ? note.strip() : marker.group("role");
    }

    /** A company's label wins, then a line with a company, then a person's label, then what stands beside the role. */
    private static Optional<Names.Part> name(List<Line> lines, boolean beside) {
        return labelled(lines, COMPANY_LABEL)
                .or(() -> lines.stream()
                        .filter(line -> !OTHER_LABEL.matcher(line.text()).find() && !PERSON_LABEL.matcher(line.text()).find())
                        .flatMap(line -> entity(line).stream())
                        .findFirst())
                .or(() -> labelled(lines, PERSON_LABEL))
                .or(() -> beside ? person(lines.get(0)) : Optional.empty());
    }

    private static Optional<Names.Part> labelled(List<Line> lines, Pattern label) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Matcher matcher = label.matcher(line.text());
            if (matcher.find()) {
                String rest = line.text().substring(matcher.end());
                var found = Names.find(definitionCut(rest), line.start() + matcher.end());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** 甲:株式会社A(以下「甲」という) names 株式会社A. */
    private static String definitionCut(String text) {
        int definition = text.indexOf("(以下");
        return definition > 0 ? text.substring(0, definition) : text;
    }

    private static Optional<Names.Part> entity(Line line) {
        String text = definitionCut(line.text());
        if (!Names.isEntity(text) || text.contains("。") || text.contains("、")) {
            return Optional.empty();
        }
        // Address, name and representative may share a line: the word with the company, and Latin words after it.
        Matcher word = Pattern.compile("\\S+(?:[ ]+[A-Za-z&][\\w&.,'-]*)*").matcher(text);
        while (word.find()) {
            if (Names.isEntity(word.group()) && !Names.isAddress(word.group())) {
                int end = word.group().matches("(?:株式|有限|合同)会社") ? text.length() : word.end();
                int start = word.group().matches("(?:株式|有限|合同)会社") && !Names.isAddress(text) ? 0 : word.start();
                return Names.find(text.substring(start, end), line.start() + start)
                        .or(() -> Names.find(text.substring(word.start(), end), line.start() + word.start()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Names.Part> person(Line line) {
        String text = definitionCut(line.text());
        boolean other = OTHER_LABEL.matcher(text).find() || PERSON_LABEL.matcher(text).find() || COMPANY_LABEL.matcher(text).find();
        return other || Names.isAddress(text) || text.strip().length() > 20 ? Optional.empty() : Names.find(text, line.start());
    }
}
