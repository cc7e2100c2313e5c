package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.document.spi.DocumentException;

/** What a plugin's failure means for the job. */
final class Failures {

    private Failures() {}

    static StepException of(DocumentException e) {
        String message = e.getMessage() == null ? e.reason().toString() : e.getMessage();
        return switch (e.reason()) {
            case PROTECTED -> StepException.locked(message);
            case CORRUPT -> StepException.failed("document.corrupt", message, e);
            case UNSUPPORTED -> StepException.failed("document.unsupported", message, e);
            case LIMIT -> StepException.failed("document.limit", message, e);
            case UNAVAILABLE -> StepException.retry("plugin.unavailable", message, e);
        };
    }

    static StepException of(PluginException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.sort()) {
            case GONE -> StepException.retry("plugin.missing", message, e);
            case FAILED -> StepException.failed("plugin.failed", message, e);
            case TOO_SLOW -> StepException.failed("plugin.timeout", message, e);
        };
    }
}
