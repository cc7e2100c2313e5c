package io.fumikura.document;

import io.fumikura.account.Caller;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Tells what happens to records, for progress in the browser. Best effort: what must not be missed is read from {@link Records}. */
@ProviderType
public interface Events {

    /**
     * Subscribes to changes of records that the caller may see. The listener is called from platform threads, one call at a time,
     * and must not block.
     *
     * @return closes the subscription
     */
    Subscription subscribe(Caller caller, Consumer<RecordSummary> listener);

    /** Ends when it is closed; closing it again does nothing. */
    @ProviderType
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
