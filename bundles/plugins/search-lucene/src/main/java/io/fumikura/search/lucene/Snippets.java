package io.fumikura.search.lucene;

import io.fumikura.document.text.SearchText;
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
import org.jspecify.annotations.Nullable;

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
            List<Place> places = wanted.stream().map(part -> new Place(part, text)).toList();
            int from = 0;
            while (found.size() < most && from >= 0) {
                Hit hit = first(places, from);
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

    private static @Nullable Hit first(List<Place> places, int from) {
        Hit first = null;
        for (Place place : places) {
            Hit hit = place.next(from);
            if (hit != null && (first == null || hit.start() < first.start())) {
                first = hit;
            }
        }
        return first;
    }

    /** Where a wanted part stands on a page, one place after another. */
    private static final class Place {

        private final String part;
        private final SearchText page;
        private int index;

        Place(Wanted wanted, String page) {
            part = wanted.text();
            this.page = SearchText.of(page, wanted.exact());
            index = this.page.text().indexOf(part);
        }

        /** The next one that begins at {@code from} or later. */
        @Nullable
        Hit next(int from) {
            while (index >= 0 && place().start() < from) {
                index = page.text().indexOf(part, index + 1);
            }
            return index < 0 ? null : new Hit(place().start(), place().end());
        }

        private SearchText.Place place() {
            return page.place(index, index + part.length());
        }
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
