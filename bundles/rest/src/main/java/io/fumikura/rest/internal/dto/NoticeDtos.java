package io.fumikura.rest.internal.dto;

import io.fumikura.account.TenantId;
import io.fumikura.notice.BoardNotice;
import io.fumikura.notice.Notice;
import io.fumikura.notice.NoticeForm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notices of those who run the platform. */
public final class NoticeDtos {

    private NoticeDtos() {}

    /** @param fresh whether the caller has not read it yet */
    public record NoticeDto(String id, String title, String text, Instant starts, boolean fresh) {

        public static NoticeDto of(Notice notice) {
            return new NoticeDto(notice.id().toString(), notice.title(), notice.text(), notice.starts(), notice.fresh());
        }
    }

    /**
     * @param tenant the only company that it is for; null for all
     * @param tenantName its name
     * @param readers how many people have read it
     */
    public record BoardNoticeDto(
            String id,
            @Nullable String tenant,
            @Nullable String tenantName,
            Text title,
            Text text,
            Instant starts,
            @Nullable Instant ends,
            long readers,
            long version) {

        public static BoardNoticeDto of(BoardNotice notice) {
            NoticeForm form = notice.form();
            return new BoardNoticeDto(
                    notice.id().toString(),
                    form.tenant().map(TenantId::toString).orElse(null),
                    form.tenant().isPresent() ? notice.tenantName() : null,
                    new Text(form.japaneseTitle(), form.englishTitle()),
                    new Text(form.japaneseText(), form.englishText()),
                    form.starts(),
                    form.ends().orElse(null),
                    notice.readers(),
                    notice.version());
        }
    }

    /** Empty English words are replaced by the Japanese ones. */
    public record NoticeRequest(
            @Nullable String tenant,
            @Nullable NoticeTextRequest title,
            @Nullable NoticeTextRequest text,
            @Nullable Instant starts,
            @Nullable Instant ends) {}

    public record NoticeTextRequest(@Nullable String ja, @Nullable String en) {}
}
