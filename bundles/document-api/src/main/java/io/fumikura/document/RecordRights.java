package io.fumikura.document;

import io.fumikura.account.Caller;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Access rights of single records. Whoever may edit a record may change who sees it. Thread-safe. */
@ProviderType
public interface RecordRights {

    /** @throws io.fumikura.account.PlatformException {@code record.unknown} */
    Shown get(Caller caller, RecordId id);

    /**
     * Changes the rights; from the next request on others see the record, or see it no more.
     *
     * @param version of the record as it was read
     * @throws io.fumikura.account.PlatformException {@code record.unknown}; {@code record.read-only}; {@code record.changed}; {@code
     *     access.invalid} for a group or user that is not of the company, is named twice or is granted nothing, and for more than 100
     */
    Shown change(Caller caller, RecordId id, long version, AccessRights rights);

    /**
     * @param names of the groups and users that are granted something
     * @param byDefault whether nobody has changed the rights since the record was registered
     * @param editable whether the caller may change them
     */
    record Shown(RecordSummary record, AccessRights rights, Map<UUID, String> names, boolean byDefault, boolean editable) {

        public Shown {
            names = Map.copyOf(names);
        }
    }
}
