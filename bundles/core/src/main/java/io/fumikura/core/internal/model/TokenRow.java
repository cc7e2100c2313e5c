package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A personal API token, found by the hash of its secret. */
@Entity
@Table(name = "api_token")
public class TokenRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "token_hash")
    public String tokenHash;

    @Column(name = "user_id")
    public UUID user;

    @Column(name = "name")
    public String name;

    @Column(name = "created")
    public Instant created;

    @Column(name = "last_used")
    public @Nullable Instant lastUsed;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
