package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A company with its own data. */
@Entity
@Table(name = "tenant")
public class TenantRow {

    private static final int LONGEST_KEY = 20_000;

    @Id
    @Column(name = "id")
    public UUID id;

    /** What user IDs begin with, e.g. {@code A15336}; made up until one is given. */
    @Column(name = "code")
    public String code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    /** The code in lower case, unique. */
    @Column(name = "code_key")
    public String codeKey;

    @Column(name = "name")
    public String name;

    /** {@code ACTIVE}, {@code SUSPENDED} or {@code CLOSED}. */
    @Column(name = "state")
    public String state = "ACTIVE";

    /** Why it is in its state, as operators wrote it. */
    @Column(name = "state_reason")
    public String stateReason = "";

    /** How user IDs are proposed: {@code {code}}, the tenant's code, and {@code {number}}, the next free one of two digits or more. */
    @Column(name = "login_pattern")
    public String loginPattern = "{code}{number}";

    /** Whether people may change their own names. */
    @Column(name = "own_name_change")
    public boolean ownNameChange = true;

    @Column(name = "plan")
    public String plan;

    @Column(name = "time_zone")
    public String timeZone;

    @Convert(converter = Lines.class)
    @Column(name = "own_names")
    public List<String> ownNames = List.of();

    @Convert(converter = Lines.class)
    @Column(name = "own_numbers")
    public List<String> ownNumbers = List.of();

    @Column(name = "created")
    public Instant created;

    @Column(name = "password_policy")
    public String passwordPolicy = "MODERN";

    @Column(name = "second_factor_required")
    public boolean secondFactorRequired;

    @Column(name = "session_idle_minutes")
    public int sessionIdleMinutes = 720;

    @Column(name = "session_longest_days")
    public int sessionLongestDays = 30;

    @Column(name = "sign_in_rules_version")
    public long signInRulesVersion;

    /** Code and names, folded for searching. */
    @Column(name = "search_key")
    public String searchKey = "";

    /** Grows with each change that operators make. */
    @Column(name = "revision")
    public long revision;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;

    @PrePersist
    @PreUpdate
    void fold() {
        codeKey = code.toLowerCase(Locale.ROOT);
        String folded = UserRow.foldedForSearch(code + "\n" + name + "\n" + String.join("\n", ownNames));
        searchKey = folded.substring(0, Math.min(LONGEST_KEY, folded.length()));
    }

    /** Whether its people may sign in. */
    public boolean isOpen() {
        return state.equals("ACTIVE");
    }
}
