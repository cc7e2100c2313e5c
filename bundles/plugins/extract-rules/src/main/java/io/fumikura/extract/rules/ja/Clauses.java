package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The articles (条) or headed parts of a document, and what stands before the first and behind the last. */
final class Clauses {

    private static final Pattern HEADING = Pattern.compile(
            "(?m)^[ \\t#*]{0,40}(?:第[ ]?(?:\\d{1,3}|[一二三四五六七八九十百〇]{1,5})[ ]?条(?:の\\d{1,2})?[ \\t]*(?:[(【\\[〔][^\\n。、)】\\]〕]{0,40}[)】\\]〕]|[^\\n。、()]{1,25}(?=\\n|$))?"
                    + "|(?:#+[ \\t]*)(?<heading>[^\\n。]{1,40}))");

    private final List<Clause> clauses;
    private final int first;

    private Clauses(List<Clause> clauses, int first) {
        this.clauses = clauses;
        this.first = first;
    }

    /** A part: its heading, and its place in the compact text (heading included). */
    record Clause(String heading, int start, int end) {}

    static Clauses of(Source source) {
        return source.view(Clauses.class, Clauses::make);
    }

    private static Clauses make(Source source) {
        Compact compact = Compact.of(source);
        List<MatchResult> headings = source.matches(HEADING).toList();
        var clauses = new ArrayList<Clause>();
        int first = compact.text().length();
        for (int i = 0; i < headings.size(); i++) {
            MatchResult match = headings.get(i);
            int start = compact.indexOf(match.start());
            int end = i + 1 < headings.size() ? compact.indexOf(headings.get(i + 1).start()) : compact.text().length();
            boolean article = match.group().contains("条");
            clauses.add(new Clause(match.group().replaceAll("[\\s#*]", ""), start, end));
            if (article && first == compact.text().length()) {
                first = start;
            }
        }
        return new Clauses(List.copyOf(clauses), first);
    }

    List<Clause> all() {
        return clauses;
    }

    /** Index in the compact text of the first article; its length when there are none. */
    int firstArticle() {
        return first;
    }
}
