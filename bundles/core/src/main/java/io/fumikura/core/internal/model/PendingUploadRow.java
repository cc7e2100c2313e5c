package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An upload of known bytes that waits for its user's decision. */
@Entity
@Table(name = "pending_upload")
public class PendingUploadRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "tenant_id")
    public UUID tenant;

    @Column(name = "user_id")
    public UUID user;

    @Column(name = "sha256")
    public String sha256;

    @Column(name = "file_size")
    public long size;

    @Column(name = "file_name")
    public String fileName;

    @Column(name = "ledger")
    public @Nullable String ledger;

    @Column(name = "password_encrypted")
    public @Nullable String passwordEncrypted;

    @Column(name = "media_type")
    public String mediaType;

    @Column(name = "created")
    public Instant created;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
