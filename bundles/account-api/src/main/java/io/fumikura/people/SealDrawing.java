package io.fumikura.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A seal to be drawn.
 *
 * @param text 1 to 12 characters, mostly the family name
 * @param date for a dated seal: it stands in the middle, with the text below it and the heading above
 * @param heading of a dated seal, at most 8 characters, e.g. the department; may be empty
 */
public record SealDrawing(String text, Shape shape, Optional<LocalDate> date, String heading) {

    /** The border. */
    public enum Shape {
        ROUND,
        SQUARE
    }
}
