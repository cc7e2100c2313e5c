package io.fumikura.core.internal.record;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;

/** Is told of each committed change of a record, on the thread that made it; must be quick and not throw. */
public interface RecordListener {

    void changed(TenantId tenant, RecordId record);
}
