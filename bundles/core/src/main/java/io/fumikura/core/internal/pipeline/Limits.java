package io.fumikura.core.internal.pipeline;

import java.time.Duration;

/** The limits of {@link PipelineConfig}, ready for use. */
public record Limits(
        int workers,
        int pages,
        Duration convert,
        Duration read,
        Duration readMost,
        Duration recognise,
        Duration extract,
        Duration draw,
        Duration awaitExtractor) {

    /** Questions that a plugin must answer quickly. */
    public static final Duration QUICK = Duration.ofSeconds(5);

    public static Limits of(PipelineConfig config) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Limits(
                config.workers() > 0 ? config.workers() : cores,
                config.max_pages(),
                Duration.ofSeconds(config.convert_seconds()),
                Duration.ofSeconds(config.read_seconds()),
                Duration.ofSeconds(config.read_most_seconds()),
                Duration.ofSeconds(config.recognise_seconds()),
                Duration.ofSeconds(config.extract_seconds()),
                Duration.ofSeconds(config.draw_seconds()),
                Duration.ofSeconds(config.await_extractor_seconds()));
    }
}
