package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A record that the index has yet to take. @param id by which the table it waits in is ordered */
record Entry(long id, TenantId tenant, RecordId record) {

    /** Of the columns id, tenant, record. */
    static Entry of(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1), new TenantId(row.getObject(2, UUID.class)), new RecordId(row.getObject(3, UUID.class)));
    }
}
