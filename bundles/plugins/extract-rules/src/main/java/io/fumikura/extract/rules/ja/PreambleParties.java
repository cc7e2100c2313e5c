package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parties as the preamble defines them: 株式会社A(以下「甲」という。)と株式会社B(以下「乙」という。)とは…, or 株式会社Aを甲、株式会社Bを乙とし… */
final class PreambleParties {

    private static final int LONGEST = 4000;
    private static final int BEHIND = 160;
    private static final Pattern DEFINITION = Pattern.compile(
            "[(\\[【]\\s*(?:[^()「」\\n]{2,60}?[、。,;]\\s*(?=以))?(?:以\\s*下[、,\\s]*)?(?:単に|それぞれ)?\\s*[「『\"“'\\[](?<role>[^」』\"”'\\]]{1,14})[」』\"”'\\]]\\s*(?:と\\s*(?:い\\s*う|い\\s*い\\s*ます|称\\s*する|称\\s*します|称\\s*す|表記|呼ぶ|する))?[^()]{0,30}[)\\]】]"
                    + "|[(](?<letter>[甲乙丙丁戊])[)](?=\\s*(?:と|及び|および|、|,|は))");
    private static final Pattern CONCLUDES = Pattern.compile("締\\s*結[^。]{0,30}。");
    private static final Pattern ASSIGNED =
            Pattern.compile("(?<name>[^。、\\n]{2,50}?)\\s*を\\s*[「『]?(?<role>[甲乙丙丁戊]|" + Names.ROLE + ")[」』]?\\s*(?:、|,|と\\s*し|と\\s*する|とし)");
    private static final Pattern NO_PARTY = Pattern.compile("^(?:本|当該|対象|個別|原|基本|秘密|個人|目的|総称|両|別).*|.*(?:契約|情報|業務|サービス|物件|製品|商品|目的|規約|条件|システム|ソフトウェア|著作物|成果物|仕様書?)$");

    private final Source source;
    private final String text;
    private final List<Party> parties = new ArrayList<>();

    private PreambleParties(Source source) {
        this.source = source;
        text = source.text();
    }

    static List<Party> find(Source source) {
        var preamble = new PreambleParties(source);
        preamble.defined();
        if (preamble.parties.isEmpty()) {
            preamble.assigned();
        }
        return preamble.parties;
    }

    private int end() {
        Compact compact = Compact.of(source);
        int article = Clauses.of(source).firstArticle();
        int place = article < compact.text().length() ? compact.origin(article) : text.length();
        int end = Math.min(place, LONGEST);
        Matcher concludes = CONCLUDES.matcher(text).region(0, end);
        return concludes.find() ? concludes.end() : end;
    }

    private void defined() {
        Matcher matcher = DEFINITION.matcher(text).region(0, end());
        int last = 0;
        while (matcher.find()) {
            String role = matcher.group("role") == null ? matcher.group("letter") : matcher.group("role").replaceAll("\\s", "");
            int from = Math.max(last, matcher.start() - BEHIND);
            if (!NO_PARTY.matcher(role).matches()) {
                add(role, from, matcher.start(), last > 0 && from == last);
            }
            last = matcher.end();
        }
    }

    private void assigned() {
        Matcher matcher = ASSIGNED.matcher(text).region(0, Math.min(end(), 1500));
        while (matcher.find()) {
            Names.find(matcher.group("name"), matcher.start("name"))
                    .ifPresent(part -> parties.add(Party.of(matcher.group("role"), part)));
        }
    }

    private void add(String role, int from, int to, boolean follows) {
        int start = nameStart(from, to, follows);
        Names.find(text.substring(start, to), start)
                .filter(part -> isLetter(role) || Names.isRole(role) || Names.isEntity(part.text()))
                .ifPresent(part -> parties.add(Party.of(role, part)));
    }

    private static boolean isLetter(String role) {
        return role.matches("[甲乙丙丁戊己]");
    }

    /** Where the name may start: behind the last comma or sentence, and in its own line unless that is a wrapped one. */
    private int nameStart(int from, int to, boolean follows) {
        String before = text.substring(from, to);
        int start = 0;
        Matcher joint = Pattern.compile("[。、;::」』]|(?<=[^と])は(?=\\s)|は,|\\f").matcher(before);
        while (joint.find()) {
            if (!before.substring(joint.end()).isBlank()) {
                start = joint.end();
            }
        }
        if (follows) {
            Matcher and = Pattern.compile("^\\s*(?:と|及び|および|並びに|ならびに|又は|,)[\\s、]*").matcher(before.substring(start));
            return from + start + (and.find() ? and.end() : 0);
        }
        return from + Math.max(start, lineStart(before));
    }

    /** A blank before the definition is a blank, unless a company stands alone in the line above; otherwise: a line of the width of a paragraph runs on in the next; a short one is a title or a label. */
    private static int lineStart(String before) {
        String trimmed = before.stripTrailing();
        String gap = before.substring(trimmed.length());
        if (gap.contains("\n") && (gap.length() > 3 || !Names.isEntity(trimmed.substring(trimmed.lastIndexOf('\n') + 1)))) {
            return before.length();
        }
        int line = trimmed.lastIndexOf('\n') + 1;
        if (line > 0) {
            String previous = trimmed.substring(trimmed.lastIndexOf('\n', line - 2) + 1, line - 1);
            boolean wrapped = previous.strip().length() >= 28 && trimmed.length() - line < 20 && !previous.strip().matches(".*(?:契約書?|覚書|条)");
            return wrapped ? trimmed.lastIndexOf('\n', line - 2) + 1 : line;
        }
        return 0;
    }
}
