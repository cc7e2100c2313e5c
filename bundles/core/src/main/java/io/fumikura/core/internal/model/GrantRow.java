package io.fumikura.core.internal.model;

import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights.Grantee;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a group or user may do with a record, or gets by a rule for new records; written by SQL only, and never changed. */
@Entity
@Table(name = "access_grant")
public class GrantRow {

    @Id
    @Column(name = "id")
    public UUID id;

    /** Id of the record or rule. */
    @Column(name = "holder_id")
    public UUID holder;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    public Grantee kind;

    @Column(name = "grantee_id")
    public UUID grantee;

    @Enumerated(EnumType.STRING)
    @Column(name = "access_level")
    public AccessLevel level;
}
