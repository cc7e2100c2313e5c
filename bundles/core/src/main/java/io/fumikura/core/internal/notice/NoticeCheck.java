package io.fumikura.core.internal.notice;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.notice.NoticeForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Looks forms of notices through. */
final class NoticeCheck {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    private NoticeCheck() {}

    /** Trimmed, and with the Japanese words where English ones are missing. */
    static NoticeForm checked(NoticeForm form) {
        String title = title(form.japaneseTitle());
        String text = text(form.japaneseText());
        Instant starts = form.starts().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> ends = form.ends().map(end -> end.truncatedTo(ChronoUnit.SECONDS));
        if (ends.filter(end -> !end.isAfter(starts)).isPresent()) {
            throw invalid("notice.period", "A notice ends after it starts.");
        }
        return new NoticeForm(
                form.tenant(),
                title,
                form.englishTitle().isBlank() ? title : title(form.englishTitle()),
                text,
                form.englishText().isBlank() ? text : text(form.englishText()),
                starts,
                ends);
    }

    private static String title(String typed) {
        String title = typed.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid("notice.title", "A title has 1 to 200 characters in one line.");
        }
        return title;
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw invalid("notice.text", "A notice has 1 to 10,000 characters.");
        }
        return text;
    }

    private static PlatformException invalid(String code, String message) {
        return new PlatformException(Category.INVALID, code, message);
    }
}
