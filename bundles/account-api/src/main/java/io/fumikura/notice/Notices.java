package io.fumikura.notice;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** お知らせ: what operators tell the people of the platform. Thread-safe. */
@ProviderType
public interface Notices {

    /** Those for the caller's company, or for everybody, that are shown now; the newest first, at most 100. */
    List<Notice> current(Caller caller);

    /**
     * Remembers that the caller has read a notice; again is no trouble.
     *
     * @throws PlatformException {@code notice.unknown} for one that is not shown to the caller
     */
    void read(Caller caller, UUID notice);
}
