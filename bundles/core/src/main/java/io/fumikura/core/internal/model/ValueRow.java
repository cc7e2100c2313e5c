package io.fumikura.core.internal.model;

import io.fumikura.document.RecordDetail.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a field's value; the present one has no {@code validTo}. */
@Entity
@Table(name = "field_value")
public class ValueRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "record_id")
    public UUID record;

    @Column(name = "field")
    public String field;

    @Column(name = "field_type")
    public String type;

    @Column(name = "text_form")
    public String text;

    @Column(name = "value_json")
    public String value;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin")
    public Origin origin;

    @Column(name = "extractor")
    public String extractor;

    @Column(name = "confidence")
    public double confidence;

    @Column(name = "evidence_json")
    public String evidence;

    @Column(name = "derivation_json")
    public @Nullable String derivation;

    @Column(name = "by_user")
    public @Nullable UUID byUser;

    @Column(name = "valid_from")
    public Instant validFrom;

    @Column(name = "valid_to")
    public @Nullable Instant validTo;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
