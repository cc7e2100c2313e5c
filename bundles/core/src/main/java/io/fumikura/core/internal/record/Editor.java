package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.people.GroupNames;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import io.fumikura.document.Records.Edit;
import io.fumikura.people.GroupId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out one user's checked edit of one locked record. */
final class Editor {

    private static final String EDITED = "edited";

    private final EntityManager entities;
    private final RecordWriter writer;
    private final RecordRow record;
    private final Caller caller;
    private final Instant now = Instant.now();
    private final PresentValues present;
    private final Candidates candidates;

    Editor(EntityManager entities, RecordWriter writer, RecordRow record, Caller caller) {
        this.entities = entities;
        this.writer = writer;
        this.record = record;
        this.caller = caller;
        present = new PresentValues(entities, record);
        candidates = new Candidates(entities, record.id);
    }

    void apply(Edit edit) {
        record.revision++;
        edit.values().forEach(this::applyValue);
        edit.kind().ifPresent(kind -> {
            log("kind", record.kind, kind);
            record.kind = kind;
        });
        edit.memo().ifPresent(memo -> {
            log("memo", record.memo, memo);
            record.memo = memo;
        });
        edit.tags().map(EditCheck::clean).ifPresent(tags -> {
            log("tags", String.join("\n", record.tags), String.join("\n", tags));
            record.tags = tags;
        });
        edit.owner().ifPresent(owner -> {
            log("owner", name(record.owner), name(owner.value()));
            record.owner = owner.value();
        });
        edit.group().ifPresent(group -> {
            UUID wanted = group.map(GroupId::value).orElse(null);
            log("group", groupName(record.group), groupName(wanted));
            record.group = wanted;
        });
        record.completedByUser = false;
        writer.settle(entities, record, present, now);
    }

    private void applyValue(String field, Optional<FieldValue> wanted) {
        if (wanted.equals(Optional.ofNullable(present.values().get(field)))) {
            return;
        }
        if (present.rows().containsKey(field)) {
            candidates.keep(present.rows().get(field));
        }
        Settling.change(entities, record, present, Author.of(caller), EDITED, field, () -> wanted.isPresent()
                ? present.set(chosen(field, wanted.get()), Origin.USER, caller.user().value(), now)
                : present.empty(field, caller.user().value(), now));
    }

    /** A typed value; one that stands among the candidates keeps its evidence. */
    private Candidate chosen(String field, FieldValue value) {
        return new Candidate(new FieldCandidate(field, value, 1, candidates.evidence(field, value), Optional.empty()), "");
    }

    private void log(String field, @Nullable String from, String to) {
        String before = Objects.requireNonNullElse(from, "");
        if (!before.equals(to)) {
            History.append(entities, record, Author.of(caller), EDITED, field, before, to);
        }
    }

    private String groupName(@Nullable UUID group) {
        return group == null ? "" : GroupNames.paths(entities, record.tenant, List.of(group)).getOrDefault(group, "");
    }

    private String name(@Nullable UUID user) {
        return user == null ? "" : Summaries.names(entities, List.of(user)).getOrDefault(user, "");
    }
}
