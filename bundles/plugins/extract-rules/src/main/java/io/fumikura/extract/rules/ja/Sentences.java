package io.fumikura.extract.rules.ja;

import io.fumikura.document.FieldValue;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a document in its compact text; headings of articles are sentences of their own. */
final class Sentences {

    private static final int LONGEST = 600;
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
        int start = 0;
        int clause = -1;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean next = clause + 1 < clauses.size() && i >= clauses.get(clause + 1).start();
            boolean end = i > 0 && text.charAt(i - 1) == '。' && depth <= 0;
            if (i == text.length() || next || end || i - start >= LONGEST) {
                if (i > start) {
                    all.add(new Sentence(text.substring(start, i), start, clause));
                }
                start = i;
                depth = 0;
            }
            if (next) {
                clause++;
                int heading = clauses.get(clause).start() + Math.min(clauses.get(clause).heading().length(), clauses.get(clause).end() - clauses.get(clause).start());
                if (heading > i && heading - i < 50) {
                    all.add(new Sentence(text.substring(i, heading), i, clause));
                    start = heading;
                    i = heading - 1;
                    continue;
                }
            }
            if (i < text.length()) {
                depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            }
        }
        return new Sentences(List.copyOf(all));
    }

    List<Sentence> all() {
        return all;
    }
}
