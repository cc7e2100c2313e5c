package io.fumikura.core.internal.plugin;

import org.jspecify.annotations.Nullable;

/** A plugin did not do its work, and did not say why in the way it should. The message names it. */
public final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    public enum Sort {
        /** It was taken away before or during the call: try again with what is there then. */
        GONE,
        /** It threw something that its API does not know, or gave a senseless answer. */
        FAILED,
        /** It took longer than it may. */
        TOO_SLOW
    }

    private final Sort sort;

    public PluginException(Sort sort, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sort = sort;
    }

    public Sort sort() {
        return sort;
    }
}
