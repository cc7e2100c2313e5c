package io.fumikura.notice;

import io.fumikura.account.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator writes.
 *
 * @param tenant the only company that it is for; empty for all
 * @param japaneseTitle 1 to 200 characters in one line
 * @param englishTitle the same; the Japanese one is shown where it is empty
 * @param japaneseText 1 to 10,000 characters
 * @param englishText the same; the Japanese one is shown where it is empty
 * @param starts from when on it is shown
 * @param ends until when; empty for ever, otherwise after the start
 */
public record NoticeForm(
        Optional<TenantId> tenant,
        String japaneseTitle,
        String englishTitle,
        String japaneseText,
        String englishText,
        Instant starts,
        Optional<Instant> ends) {}
