package io.fumikura.document;

import java.util.List;

/**
 * A field of a ledger.
 *
 * @param id stable, lower case with underscores, e.g. {@code end_date}; unique in the ledger, at most 40 characters
 * @param label as shown to people
 * @param type form of its values
 * @param role main fields make up the ledger's columns; supporting ones stand in the detail only
 * @param required whether a record is incomplete without it
 * @param choices for {@link FieldType#CHOICE}: what may be chosen; otherwise empty
 */
public record FieldDefinition(
        String id, LocalizedText label, FieldType type, Role role, boolean required, List<Choice> choices) {

    public enum Role {
        MAIN,
        SUPPORTING
    }

    /** One of the values of a choice field. */
    public record Choice(String code, LocalizedText label) {}

    public FieldDefinition {
        if (!id.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("no field id: " + id);
        }
        choices = List.copyOf(choices);
        if (choices.isEmpty() == (type == FieldType.CHOICE)) {
            throw new IllegalArgumentException("field " + id + ": choices go with CHOICE only");
        }
    }
}
