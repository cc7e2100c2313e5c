package io.fumikura.core.internal.record;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.people.Holds;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.Records.Edit;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses edits that make no sense, naming the field and the reason. */
final class EditCheck {

    private static final int MEMO = 10_000;
    private static final int TAGS = 50;
    private static final int TAG = 50;

    private final Optional<LedgerDescription> ledger;

    EditCheck(Optional<LedgerDescription> ledger) {
        this.ledger = ledger;
    }

    /** @param edit of a record that is locked */
    void check(EntityManager entities, TenantId tenant, Edit edit) {
        edit.values().forEach((field, value) -> value.ifPresentOrElse(wanted -> checkValue(field, wanted), () -> definition(field)));
        edit.kind().ifPresent(this::checkKind);
        edit.memo().ifPresent(memo -> require(memo.length() <= MEMO, "memo", "A memo has at most 10,000 characters."));
        edit.tags().ifPresent(EditCheck::checkTags);
        edit.owner().ifPresent(owner -> {
            boolean known = !Holds.users(entities, tenant.value(), List.of(owner.value())).isEmpty();
            require(known, "owner", "There is no such person in your company.");
        });
        edit.group().flatMap(group -> group).ifPresent(group -> {
            boolean known = !Holds.groups(entities, tenant.value(), List.of(group.value())).isEmpty();
            require(known, "group", "There is no such group in your company.");
        });
    }

    /** Tags without blanks around them and without doubles. */
    static List<String> clean(List<String> tags) {
        return tags.stream().map(String::strip).distinct().toList();
    }

    private void checkValue(String field, FieldValue value) {
        FieldDefinition definition = definition(field);
        require(
                definition.type() == value.type(),
                field,
                "The field takes " + definition.type() + ", not " + value.type() + ".");
        if (definition.type() == FieldType.CHOICE) {
            String code = ((FieldValue.Choice) value).code();
            require(
                    definition.choices().stream().anyMatch(choice -> choice.code().equals(code)),
                    field,
                    "The field has no choice " + code + ".");
        }
    }

    private FieldDefinition definition(String field) {
        return ledger.stream()
                .flatMap(found -> found.fields().stream())
                .filter(definition -> definition.id().equals(field))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        Category.INVALID,
                        "field.unknown",
                        "The record's ledger has no field " + field + ".",
                        Map.of("field", field),
                        null));
    }

    private void checkKind(String kind) {
        require(
                ledger.stream().flatMap(found -> found.kinds().stream()).anyMatch(known -> known.id().equals(kind)),
                "kind",
                "The record's ledger has no kind " + kind + ".");
    }

    private static void checkTags(List<String> tags) {
        List<String> clean = clean(tags);
        require(clean.size() <= TAGS, "tags", "A record has at most 50 tags.");
        require(
                clean.stream().noneMatch(tag -> tag.isEmpty() || tag.length() > TAG || tag.matches("(?s).*\\p{Cntrl}.*")),
                "tags",
                "A tag has 1 to 50 characters and no line breaks.");
    }

    private static void require(boolean good, String field, String reason) {
        if (!good) {
            throw new PlatformException(
                    Category.INVALID, "field.invalid", reason, Map.of("field", field, "reason", reason), null);
        }
    }
}
