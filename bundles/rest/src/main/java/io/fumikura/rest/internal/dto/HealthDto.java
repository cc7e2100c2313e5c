package io.fumikura.rest.internal.dto;

import io.fumikura.health.spi.HealthCheck;
import java.util.Locale;
import java.util.Map;

/** How the platform is. */
public record HealthDto(String status, boolean live, boolean ready, Map<String, PartDto> parts) {

    /**
     * @param message English, as in {@code text}; for scripts
     */
    public record PartDto(String status, String message, Text text) {

        public static PartDto of(HealthCheck.Health health) {
            return new PartDto(name(health.status()), health.message(), new Text(health.japanese(), health.message()));
        }
    }

    public record LiveDto(boolean live) {}

    /** Lower-case name of a status. */
    public static String name(HealthCheck.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
