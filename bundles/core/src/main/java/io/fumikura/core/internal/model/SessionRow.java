package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser's session, found by the hash of its secret. It lives while {@code ended} is null and {@code expires} is to come. */
@Entity
@Table(name = "user_session")
public class SessionRow {

    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    @Column(name = "id")
    public UUID id;

    @Column(name = "csrf_token")
    public String csrfToken;

    @Column(name = "user_id")
    public UUID user;

    @Column(name = "stage")
    public String stage;

    @Column(name = "address")
    public String address;

    @Column(name = "browser")
    public String browser;

    @Column(name = "created")
    public Instant created;

    @Column(name = "seen")
    public Instant seen;

    @Column(name = "expires")
    public Instant expires;

    @Column(name = "latest")
    public Instant latest;

    @Column(name = "idle_minutes")
    public long idleMinutes;

    @Column(name = "keep_signed_in")
    public boolean keep;

    /** Whether a second factor was given. */
    @Column(name = "factor_given")
    public boolean factorGiven;

    /** When the password or a factor was given last. */
    @Column(name = "confirmed")
    public @Nullable Instant confirmed;

    /** The versions of the terms that were in force when the session was asked last. */
    @Column(name = "terms")
    public String terms = "";

    @Column(name = "ended")
    public @Nullable Instant ended;

    @Column(name = "end_reason")
    public @Nullable String endReason;

    @Column(name = "ended_by")
    public @Nullable String endedBy;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
