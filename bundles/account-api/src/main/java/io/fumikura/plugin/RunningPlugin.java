package io.fumikura.plugin;

/**
 * A plugin that runs now.
 *
 * @param kind what it does
 * @param bundle symbolic name of its bundle, e.g. {@code io.fumikura.read-pdf}
 * @param version of its bundle
 * @param component what of the bundle it is, e.g. the name of a class; empty when it says nothing
 */
public record RunningPlugin(Kind kind, String bundle, String version, String component) {

    /** What plugins are for, in the order of a document's way. */
    public enum Kind {
        READER,
        RENDERER,
        DOCUMENT_TYPE,
        EXTRACTOR,
        PLAN_TIER,
        NOTIFIER
    }
}
