package io.fumikura.document.text;

/** Where a page's characters come from. */
public enum TextSource {
    /** Text that the file holds with its layout (PDF). */
    TEXT_LAYER,
    /** Recognised from an image; see {@link PageText#confidence(int)}. */
    OCR,
    /** Text without a layout (plain text, Word without a renderer). */
    PLAIN,
    /** Cells of a sheet. */
    CELL
}
