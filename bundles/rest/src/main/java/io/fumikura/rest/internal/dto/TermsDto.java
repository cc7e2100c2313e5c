package io.fumikura.rest.internal.dto;

import io.fumikura.account.TermsSteps;
import io.fumikura.account.TermsSteps.Document;
import org.jspecify.annotations.Nullable;

/**
 * Terms to be agreed to.
 *
 * @param text paragraphs, one per line; a line that begins with {@code #} is a heading
 */
public record TermsDto(Document document, String version, String text) {

    public static TermsDto of(TermsSteps.Terms terms) {
        return new TermsDto(terms.document(), terms.version(), terms.text());
    }

    /** @param version that was shown */
    public record ConsentRequest(@Nullable Document document, @Nullable String version) {}
}
