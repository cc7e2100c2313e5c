package io.fumikura.core.internal.record;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;

/** A page of plain text in the form in which core stores it. */
public final class StoredPage {

    private StoredPage() {}

    public static byte[] of(String text) {
        return PageTexts.encode(PageText.builder(1, 595, 842, TextSource.PLAIN).append(text, Box.NONE).build());
    }
}
