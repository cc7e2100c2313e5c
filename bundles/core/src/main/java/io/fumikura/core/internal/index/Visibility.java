package io.fumikura.core.internal.index;

import io.fumikura.account.Caller;
import java.util.Set;

/** Who may see what, as tokens of the index. Every user of a tenant sees all its records. */
public final class Visibility {

    private static final String TENANT = "tenant";

    private Visibility() {}

    public static Set<String> of(Caller caller) {
        return Set.of(TENANT);
    }

    static Set<String> ofRecord() {
        return Set.of(TENANT);
    }
}
