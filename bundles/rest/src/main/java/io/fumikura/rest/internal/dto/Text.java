package io.fumikura.rest.internal.dto;

import io.fumikura.document.LocalizedText;

/** A text in the two languages of the user interface. */
public record Text(String ja, String en) {

    public static Text of(LocalizedText text) {
        return new Text(text.ja(), text.en());
    }
}
