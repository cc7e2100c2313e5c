package io.fumikura.core.internal.plugin;

import java.util.Optional;

/** A plugin that may be gone at any moment. */
public interface Plugin<T> {

    /** Bundle and version for people, e.g. {@code io.fumikura.read-pdf 1.0.0}. */
    String name();

    /** The same for every version of it, e.g. {@code io.fumikura.read-pdf}. */
    default String identity() {
        int version = name().lastIndexOf(' ');
        return version < 0 ? name() : name().substring(0, version);
    }

    /** The service, to be given back with {@link #release}; empty when it is gone. */
    Optional<T> lease();

    void release(T service);

    /** Whether it has been taken away, so that a failure of its last call means nothing. */
    default boolean isGone() {
        return false;
    }

    /** A plugin that is always there. */
    static <T> Plugin<T> of(String name, T service) {
        return new Plugin<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<T> lease() {
                return Optional.of(service);
            }

            @Override
            public void release(T leased) {}
        };
    }
}
