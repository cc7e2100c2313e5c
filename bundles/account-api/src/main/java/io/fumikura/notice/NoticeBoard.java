package io.fumikura.notice;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Where operators write notices; everybody else gets {@code permission.missing}. Thread-safe. */
@ProviderType
public interface NoticeBoard {

    /** All, also those that are over or to come; the latest start first, at most 500. */
    List<BoardNotice> list(Caller caller);

    /** @throws PlatformException {@code notice.title}; {@code notice.text}; {@code notice.period}; {@code tenant.unknown} */
    BoardNotice publish(Caller caller, NoticeForm form);

    /**
     * Changes a notice. Who has read it before is not asked to read it again.
     *
     * @param version of the notice as it was read
     * @throws PlatformException as {@link #publish}; {@code notice.unknown}; {@code notice.changed} when it was changed meanwhile
     */
    BoardNotice change(Caller caller, UUID notice, long version, NoticeForm form);

    /**
     * Takes a notice off the board for good; its text stays in the history.
     *
     * @param version of the notice as it was read
     * @throws PlatformException {@code notice.unknown}; {@code notice.changed} when it was changed meanwhile
     */
    void withdraw(Caller caller, UUID notice, long version);
}
