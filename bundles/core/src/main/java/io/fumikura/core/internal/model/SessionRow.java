package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A browser's session, found by the hash of its secret. */
@Entity
@Table(name = "user_session")
public class SessionRow {

    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    @Column(name = "csrf_token")
    public String csrfToken;

    @Column(name = "user_id")
    public UUID user;

    @Column(name = "created")
    public Instant created;

    @Column(name = "seen")
    public Instant seen;

    @Column(name = "expires")
    public Instant expires;

    @Column(name = "keep_signed_in")
    public boolean keep;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
