package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be done for a record, one row per record and step. */
@Entity
@Table(name = "job")
public class JobRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "tenant_id")
    public UUID tenant;

    @Column(name = "record_id")
    public UUID record;

    @Column(name = "step")
    public String step;

    @Column(name = "state")
    public String state;

    @Column(name = "attempts")
    public int attempts;

    @Column(name = "run_after")
    public Instant runAfter;

    @Column(name = "lease_owner")
    public @Nullable String leaseOwner;

    @Column(name = "lease_until")
    public @Nullable Instant leaseUntil;

    @Column(name = "reason_code")
    public @Nullable String reasonCode;

    @Column(name = "reason_message")
    public @Nullable String reasonMessage;

    @Column(name = "waiting_for")
    public @Nullable String waitingFor;

    @Column(name = "created")
    public Instant created;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
