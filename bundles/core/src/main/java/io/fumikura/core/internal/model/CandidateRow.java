package io.fumikura.core.internal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A candidate that lost; {@code place} 0 is the best of them. */
@Entity
@Table(name = "field_candidate")
public class CandidateRow {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "record_id")
    public UUID record;

    @Column(name = "field")
    public String field;

    @Column(name = "place")
    public int place;

    @Column(name = "value_json")
    public String value;

    @Column(name = "extractor")
    public String extractor;

    @Column(name = "confidence")
    public double confidence;

    @Column(name = "evidence_json")
    public String evidence;

    @Column(name = "derivation_json")
    public @Nullable String derivation;

    @Version
    @Column(name = "lock_version")
    public long lockVersion;
}
