package io.fumikura.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 印影: the image of a user's seal, a PNG with a transparent background where it was wished for.
 *
 * @param drawn whether it was drawn from the name; otherwise it was uploaded
 * @param approved when an administrator approved it, who is named in {@code approvedBy}; fixed from then on
 */
public record Seal(
        UUID id,
        String name,
        boolean drawn,
        int width,
        int height,
        Instant created,
        Optional<Instant> approved,
        Optional<String> approvedBy) {}
