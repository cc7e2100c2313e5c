package io.fumikura.search.lucene;

import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchCondition.FullText;
import io.fumikura.search.spi.SearchQuery;
import io.fumikura.search.spi.SearchResult.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;

/** Shows the first places of a record's pages at which a full-text condition is met. */
final class Snippets {

    private static final int LENGTH = 120;

    private final List<Wanted> wanted;
    private final int most;

    private record Wanted(String text, boolean exact) {}

    private record Hit(int start, int end) {}

    Snippets(SearchQuery query) {
        most = query.snippets();
        wanted = query.condition().stream()
                .flatMap(Snippets::fullTexts)
                .map(condition -> new Wanted(SearchText.of(condition.part(), condition.exact()).text(), condition.exact()))
                .filter(part -> !part.text().isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<FullText> fullTexts(SearchCondition condition) {
        if (condition instanceof FullText text) {
            return Stream.of(text);
        } else if (condition instanceof SearchCondition.And and) {
            return and.parts().stream().flatMap(Snippets::fullTexts);
        } else if (condition instanceof SearchCondition.Or or) {
            return or.parts().stream().flatMap(Snippets::fullTexts);
        }
        return Stream.empty();
    }

    List<Snippet> of(StoredFields stored, int document) throws IOException {
        if (most == 0 || wanted.isEmpty()) {
            return List.of();
        }
        var pages = new PageVisitor();
        stored.document(document, pages);
        return pages.found;
    }

    /** Looks at page after page, and no further than needed. */
    private final class PageVisitor extends StoredFieldVisitor {

        private final List<Snippet> found = new ArrayList<>();
        private int page;

        @Override
        public Status needsField(FieldInfo field) {
            return found.size() >= most ? Status.STOP : Status.YES;
        }

        @Override
        public void stringField(FieldInfo field, String text) {
            page++;
            int from = 0;
            while (found.size() < most && from >= 0) {
                Hit hit = first(text, from);
                from = hit == null ? -1 : add(text, hit);
            }
        }

        private int add(String text, Hit hit) {
            int room = Math.max(0, LENGTH - (hit.end() - hit.start()));
            int start = whole(text, Math.max(0, hit.start() - room / 2));
            int end = whole(text, Math.min(text.length(), start + LENGTH));
            String shown = text.substring(start, end).replaceAll("\\s", " ");
            found.add(new Snippet(page, shown, hit.start() - start, Math.min(hit.end(), end) - start));
            return Math.max(end, hit.end());
        }
    }

    private @org.jspecify.annotations.Nullable Hit first(String page, int from) {
        Hit first = null;
        String rest = page.substring(from);
        for (Wanted part : wanted) {
            SearchText text = SearchText.of(rest, part.exact());
            int index = text.text().indexOf(part.text());
            if (index >= 0) {
                int start = from + text.starts()[index];
                if (first == null || start < first.start()) {
                    first = new Hit(start, from + text.ends()[index + part.text().length() - 1]);
                }
            }
        }
        return first;
    }

    /** Does not cut a character in two. */
    private static int whole(String text, int index) {
        return index > 0
                        && index < text.length()
                        && Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1))
                ? index - 1
                : index;
    }
}
