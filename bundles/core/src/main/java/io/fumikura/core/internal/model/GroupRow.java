package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of a tenant's tree. The path is {@code /} and the ids from the root down to the group itself, each with a {@code /} behind it. */
@Entity
@Table(name = "user_group")
public class GroupRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "tenant_id")
    public UUID tenant;

    @Column(name = "parent_id")
    public @Nullable UUID parent;

    @Column(name = "name")
    public String name;

    /** The folded name, unique among siblings. */
    @Column(name = "name_key")
    public String nameKey;

    @Column(name = "path")
    public String path;

    @Column(name = "created")
    public Instant created;

    @Column(name = "revision")
    public long revision;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
