package io.fumikura.document;

/** Form of a field's values; each has one case of {@link FieldValue}. */
public enum FieldType {
    /** {@link FieldValue.Text}. */
    TEXT,
    /** {@link FieldValue.Texts}: several texts. */
    TEXTS,
    /** {@link FieldValue.Day}. */
    DATE,
    /** {@link FieldValue.Money}. */
    AMOUNT,
    /** {@link FieldValue.Flag}. */
    FLAG,
    /** {@link FieldValue.Duration}. */
    PERIOD,
    /** {@link FieldValue.Choice}. */
    CHOICE
}
