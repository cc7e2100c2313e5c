package io.fumikura.rest.internal;

import io.fumikura.document.Events;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One browser's open stream of events. Written to by one thread at a time; closes itself when the browser is gone. */
final class EventStream {

    private final AsyncContext async;
    private final Consumer<EventStream> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Events.@Nullable Subscription subscription;

    EventStream(AsyncContext async, Consumer<EventStream> onClose) {
        this.async = async;
        this.onClose = onClose;
    }

    void subscription(Events.Subscription subscription) {
        this.subscription = subscription;
        if (closed.get()) {
            subscription.close();
        }
    }

    void send(String message) {
        if (closed.get()) {
            return;
        }
        try {
            async.getResponse().getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            async.getResponse().flushBuffer();
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
            Events.Subscription current = subscription;
            if (current != null) {
                current.close();
            }
            try {
                async.complete();
            } catch (IllegalStateException e) {
                // the container completed it first
            }
        }
    }
}
