package io.fumikura.core.internal.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which log an entry goes into: each tenant has one with the tenant's id. */
public final class Logs {

    /** The platform's own log, for what belongs to no tenant. */
    public static final UUID PLATFORM = new UUID(0, 0);

    private Logs() {}

    static UUID of(@Nullable UUID tenant) {
        return tenant == null ? PLATFORM : tenant;
    }
}
