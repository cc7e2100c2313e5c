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

/** A company with its own data. */
@Entity
@Table(name = "tenant")
public class TenantRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "name")
    public String name;

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

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
