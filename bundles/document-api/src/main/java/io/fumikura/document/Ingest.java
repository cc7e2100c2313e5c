package io.fumikura.document;

import io.fumikura.account.Caller;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Takes files in (登録). Thread-safe. */
@ProviderType
public interface Ingest {

    /**
     * Stores a file and queues its reading. When it answers {@link Submitted.Accepted}, the bytes and the record are on disk.
     *
     * @param data streamed; not closed
     * @throws io.fumikura.account.PlatformException {@code upload.name} (no usable name), {@code upload.empty}, {@code upload.too-large},
     *     {@code upload.unsupported} (names the type), {@code upload.protected} (encrypted Office or archive), {@code upload.corrupt},
     *     {@code upload.quota}, {@code upload.incomplete} (connection broke off), {@code ledger.unknown}, {@code storage.unavailable}
     */
    Submitted submit(Caller caller, Upload upload, InputStream data);

    /**
     * Registers a pending duplicate after all. Pending ones are kept for 24 hours.
     *
     * @throws io.fumikura.account.PlatformException {@code upload.unknown} for one that is over, or another person's
     */
    Submitted.Accepted confirm(Caller caller, UUID pending);

    /**
     * Forgets a pending duplicate.
     *
     * @throws io.fumikura.account.PlatformException {@code upload.unknown} as {@link #confirm}
     */
    void cancel(Caller caller, UUID pending);

    /**
     * @param ledger id of the ledger, or empty: the document types decide
     * @param fileName as the client calls it; path parts are cut off, NFC
     * @param password for a protected PDF, kept encrypted for the tenant
     * @param size how many bytes the sender has announced; too many are refused before any is read
     */
    record Upload(Optional<String> ledger, String fileName, Optional<String> password, OptionalLong size) {

        /** An upload of unknown size. */
        public Upload(Optional<String> ledger, String fileName, Optional<String> password) {
            this(ledger, fileName, password, OptionalLong.empty());
        }

        @Override
        public String toString() {
            return "upload to " + ledger.orElse("any ledger");
        }
    }

    @ProviderType
    sealed interface Submitted {

        record Accepted(RecordSummary record) implements Submitted {}

        /**
         * The same bytes are registered already (重複チェック); nothing is used of the quota yet.
         *
         * @param originals those of the records with the same bytes that the caller may see; maybe none
         */
        record Duplicate(UUID pending, List<RecordSummary> originals) implements Submitted {

            public Duplicate {
                originals = List.copyOf(originals);
            }
        }
    }
}
