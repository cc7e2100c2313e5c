package io.fumikura.extract.rules;

import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The document in which rules look. Made for one extraction, used by one thread. */
public final class Source {

    private final ExtractionRequest request;
    private final String text;
    private final Language language;
    private final Map<Class<?>, Object> views = new HashMap<>();

    public Source(ExtractionRequest request) {
        this.request = request;
        text = repaired(request.text());
        language = Language.of(text);
    }

    private static String repaired(DocumentText document) {
        if (document.pages().stream().noneMatch(page -> page.source() == TextSource.OCR)) {
            return document.folded();
        }
        var text = new StringBuilder(document.folded());
        for (PageText page : document.pages()) {
            if (page.source() == TextSource.OCR) {
                int start = document.startOf(page.number());
                text.replace(start, start + page.folded().length(), MisreadForms.repair(page.folded()));
            }
        }
        return text.toString();
    }

    public ExtractionRequest request() {
        return request;
    }

    public DocumentText document() {
        return request.text();
    }

    /**
     * Folded text of the whole document ({@link DocumentText#folded()}), legal forms that recognition misread put right; pages are parted
     * by {@code '\f'}.
     */
    public String text() {
        return text;
    }

    /** Whether characters in a place were put right: they don't stand there as {@link #text()} has them. */
    boolean isRepaired(Span place) {
        return !text.regionMatches(place.start(), document().folded(), place.start(), place.end() - place.start());
    }

    public Language language() {
        return language;
    }

    /** Whether the tenant's plan allows reading the language. */
    public boolean allows(Language wanted) {
        return request.languages().contains(wanted.code());
    }

    /** Non-overlapping matches in the whole text, as results with places in it. */
    public Stream<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    /** A view of the document that several rules share, e.g. its clauses: made once, then kept for this extraction. */
    public <T> T view(Class<T> type, Function<Source, T> maker) {
        Object kept = views.get(type);
        if (kept == null) {
            kept = maker.apply(this);
            views.put(type, kept);
        }
        return type.cast(kept);
    }
}
