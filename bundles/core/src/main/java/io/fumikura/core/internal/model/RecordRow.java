package io.fumikura.core.internal.model;

import io.fumikura.document.AccessLevel;
import io.fumikura.document.InputState;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record without its values. {@code revision} is the version that callers see; it grows with each change of content. */
@Entity
@Table(name = "record")
public class RecordRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "tenant_id")
    public UUID tenant;

    @Column(name = "ledger")
    public @Nullable String ledger;

    @Column(name = "record_number")
    public @Nullable Long number;

    @Column(name = "kind")
    public @Nullable String kind;

    @Column(name = "file_name")
    public String fileName;

    @Column(name = "media_type")
    public String mediaType;

    @Column(name = "file_size")
    public long size;

    @Column(name = "sha256")
    public String sha256;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    public InputState state;

    @Column(name = "progress")
    public double progress;

    @Column(name = "reason_code")
    public @Nullable String reasonCode;

    @Column(name = "reason_message")
    public @Nullable String reasonMessage;

    /** The present values as one text, for lists; null where only the {@link ValueRow}s hold them. */
    @Column(name = "values_json")
    public @Nullable String values = "{}";

    @Column(name = "memo")
    public String memo = "";

    @Convert(converter = Lines.class)
    @Column(name = "tags")
    public List<String> tags = List.of();

    @Column(name = "owner_id")
    public @Nullable UUID owner;

    /** The owning group. */
    @Column(name = "group_id")
    public @Nullable UUID group;

    @Enumerated(EnumType.STRING)
    @Column(name = "everyone")
    public AccessLevel everyone = AccessLevel.EDIT;

    @Enumerated(EnumType.STRING)
    @Column(name = "owning_group")
    public AccessLevel owningGroup = AccessLevel.NONE;

    /** Whether nobody has changed who may see and edit it since the registration. */
    @Column(name = "default_access")
    public boolean defaultAccess = true;

    @Column(name = "registered_by")
    public UUID registeredBy;

    @Column(name = "registered_at")
    public Instant registeredAt;

    @Column(name = "completed_by_user")
    public boolean completedByUser;

    @Column(name = "pages")
    public int pages;

    @Column(name = "previewable")
    public boolean previewable;

    @Column(name = "password_encrypted")
    public @Nullable String passwordEncrypted;

    @Column(name = "recognised")
    public boolean recognised;

    @Column(name = "warnings")
    public String warnings = "[]";

    /** Extractors that took part in the last extraction, with their versions. */
    @Convert(converter = Lines.class)
    @Column(name = "extractors")
    public List<String> extractors = List.of();

    @Column(name = "revision")
    public long revision;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
