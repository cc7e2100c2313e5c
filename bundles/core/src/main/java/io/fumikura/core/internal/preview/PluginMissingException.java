package io.fumikura.core.internal.preview;

import io.fumikura.document.spi.MediaType;

/** Nobody draws such a document at the moment. */
final class PluginMissingException extends Exception {

    private static final long serialVersionUID = 1L;

    PluginMissingException(MediaType type) {
        super("No renderer of " + type + " is running at the moment.");
    }
}
