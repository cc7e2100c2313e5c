package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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

    @Id
    @Column(name = "id")
    public UUID id;

    /** What user IDs begin with, e.g. {@code A15336}; made up until one is given. */
    @Column(name = "code")
    public String code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Column(name = "name")
    public String name;

    /** {@code ACTIVE} or {@code CLOSED}. */
    @Column(name = "state")
    public String state = "ACTIVE";

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

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
