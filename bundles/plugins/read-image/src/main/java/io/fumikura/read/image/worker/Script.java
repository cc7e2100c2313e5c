package io.fumikura.read.image.worker;

/** What a page was found to be written in. */
public enum Script {
    /** English running text. */
    ENGLISH,
    JAPANESE,
    /** Too little text, or none that is clear. */
    UNSURE
}
