package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** Whether the password is too short to be the only factor. */
    @Column(name = "password_needs_factor")
    public boolean passwordNeedsFactor;

    @Column(name = "last_sign_in_address")
    public String lastSignInAddress = "";

    @Column(name = "previous_sign_in_address")
    public String previousSignInAddress = "";

    @Column(name = "failures")
    public int failures;

    @Column(name = "locked_until")
    public @Nullable Instant lockedUntil;

    /** {@code INVITED} until the initial password was changed, {@code ACTIVE}, {@code LOCKED}, {@code DELETED}. */
    @Column(name = "state")
    public String state = "ACTIVE";

    @Column(name = "must_change_password")
    public boolean mustChangePassword;

    /** When the initial password ends; null when it is not an initial one. */
    @Column(name = "initial_expires")
    public @Nullable Instant initialExpires;

    @Column(name = "created")
    public Instant created = Instant.now();

    @Column(name = "deleted")
    public @Nullable Instant deleted;

    /** User ID, name and mail address, folded for searching. */
    @Column(name = "search_key")
    public String searchKey = "";

    /** Grows with each change that administrators see; not with sign-ins. */
    @Column(name = "revision")
    public long revision;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;

    @PrePersist
    @PreUpdate
    void fold() {
        searchKey = foldedForSearch(loginId + "\n" + name + "\n" + mail);
    }

    /** The form in which parts of users and groups are searched: case, width, kana and blanks do not count. */
    public static String foldedForSearch(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder();
        folded.codePoints()
                .filter(c -> c == '\n' || !Character.isWhitespace(c))
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Whether the user may come in. */
    public boolean mayEnter() {
        return state.equals("ACTIVE") || state.equals("INVITED");
    }
}
