package io.fumikura.rest.internal.dto;

import io.fumikura.people.Seal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 印影. */
public final class SealDtos {

    private SealDtos() {}

    /** @param approved fixed from then on */
    public record SealImageDto(
            String id,
            String name,
            boolean drawn,
            int width,
            int height,
            Instant created,
            @Nullable Instant approved,
            @Nullable String approvedBy) {

        public static SealImageDto of(Seal seal) {
            return new SealImageDto(
                    seal.id().toString(),
                    seal.name(),
                    seal.drawn(),
                    seal.width(),
                    seal.height(),
                    seal.created(),
                    seal.approved().orElse(null),
                    seal.approvedBy().orElse(null));
        }
    }

    /** @param date for a dated seal */
    public record SealDrawingRequest(
            @Nullable String name,
            @Nullable String text,
            @Nullable String shape,
            @Nullable LocalDate date,
            @Nullable String heading) {}
}
