package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's account in a tenant. Keys are the folded forms, unique over all tenants. */
@Entity
@Table(name = "app_user")
public class UserRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "tenant_id")
    public UUID tenant;

    @Column(name = "login_id")
    public String loginId;

    @Column(name = "login_key")
    public String loginKey;

    @Column(name = "name")
    public String name;

    @Column(name = "mail")
    public String mail;

    @Column(name = "mail_key")
    public @Nullable String mailKey;

    @Column(name = "password_hash")
    public String passwordHash;

    @Convert(converter = Lines.class)
    @Column(name = "permissions")
    public List<String> permissions = List.of();

    @Column(name = "user_language")
    public String language;

    @Column(name = "last_sign_in")
    public @Nullable Instant lastSignIn;

    @Column(name = "previous_sign_in")
    public @Nullable Instant previousSignIn;

    @Column(name = "failures")
    public int failures;

    @Column(name = "locked_until")
    public @Nullable Instant lockedUntil;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
