package io.fumikura.core.internal.pipeline;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.document.RecordId;
import io.fumikura.document.spi.MediaType;
import java.util.Optional;

/** What the steps need to know of a record. */
public record StoredDocument(
        TenantId tenant,
        RecordId id,
        MediaType type,
        String fileName,
        String sha256,
        Optional<String> ledger,
        Optional<String> password) {

    public static StoredDocument of(RecordRow row, Secrets secrets) {
        return new StoredDocument(
                new TenantId(row.tenant),
                new RecordId(row.id),
                new MediaType(row.mediaType),
                row.fileName,
                row.sha256,
                Optional.ofNullable(row.ledger),
                Optional.ofNullable(row.passwordEncrypted).map(sealed -> secrets.decrypt(sealed, row.tenant.toString())));
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
