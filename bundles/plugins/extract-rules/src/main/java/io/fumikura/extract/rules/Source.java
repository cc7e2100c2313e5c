package io.fumikura.extract.rules;

import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.text.DocumentText;
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
        text = request.text().folded();
        language = Language.of(text);
    }

    public ExtractionRequest request() {
        return request;
    }

    public DocumentText document() {
        return request.text();
    }

    /** Folded text of the whole document ({@link DocumentText#folded()}); pages are parted by {@code '\f'}. */
    public String text() {
        return text;
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
