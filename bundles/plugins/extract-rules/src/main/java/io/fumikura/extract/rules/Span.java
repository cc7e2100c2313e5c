package io.fumikura.extract.rules;

/** Characters of {@link Source#text()}, from {@code start} to before {@code end}. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no characters: " + start + "…" + end);
        }
    }
}
