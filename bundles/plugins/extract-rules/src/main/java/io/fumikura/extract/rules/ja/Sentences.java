package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a document in its compact text; headings of articles are sentences of their own. */
final class Sentences {

    private static final int LONGEST = 600;
    private static final int LONGEST_HEADING = 50;
    private final List<Sentence> all;

    private Sentences(List<Sentence> all) {
        this.all = all;
    }

    /**
     * A sentence.
     *
     * @param text without white space
     * @param start its place in the compact text
     * @param clause number of the article in which it stands, -1 before the first
     */
    record Sentence(String text, int start, int clause) {

        /** A finding for the characters from {@code from} to before {@code to} of this sentence. */
        Finding finding(String field, FieldValue value, int from, int to, double confidence, Compact compact) {
            return Finding.of(field, value, compact.origin(start + from), compact.originEnd(start + to), confidence);
        }
    }

    static Sentences of(Source source) {
        return source.view(Sentences.class, Sentences::make);
    }

    private static Sentences make(Source source) {
        String text = Compact.of(source).text();
        List<Clauses.Clause> clauses = Clauses.of(source).all();
        var all = new ArrayList<Sentence>();
        split(text, 0, clauses.isEmpty() ? text.length() : clauses.get(0).start(), -1, all);
        for (int i = 0; i < clauses.size(); i++) {
            Clauses.Clause clause = clauses.get(i);
            int heading = Math.min(clause.end(), clause.start() + Math.min(clause.heading().length(), LONGEST_HEADING));
            split(text, clause.start(), heading, i, all);
            split(text, heading, clause.end(), i, all);
        }
        return new Sentences(List.copyOf(all));
    }

    /** Cuts behind each 。 that does not stand in parentheses (…という。), and what has none. */
    private static void split(String text, int from, int to, int clause, List<Sentence> all) {
        int start = from;
        int depth = 0;
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' && depth > 0 ? -1 : 0;
            if (letter == '。' && depth == 0 || i + 1 - start >= LONGEST || i + 1 == to) {
                all.add(new Sentence(text.substring(start, i + 1), start, clause));
                start = i + 1;
                depth = 0;
            }
        }
    }

    List<Sentence> all() {
        return all;
    }
}
