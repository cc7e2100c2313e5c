package io.fumikura.document;

import java.util.Locale;

/** A text for people in the two languages of the user interface. */
public record LocalizedText(String ja, String en) {

    public String in(Locale language) {
        return language.getLanguage().equals("ja") ? ja : en;
    }
}
