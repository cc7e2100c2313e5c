package io.fumikura.rest.internal;

import io.fumikura.document.Events;
import io.fumikura.account.PlatformException;
import io.fumikura.account.UserId;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One browser's open stream of events. Written to by one thread at a time; closes itself when the browser is gone. */
final class EventStream {

    private final AsyncContext async;
    private final UserId user;
    private final BooleanSupplier isSignedIn;
    private final Consumer<EventStream> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Events.@Nullable Subscription subscription;

    /** @param isSignedIn whether who opened it still is; asked at each {@link #ping} */
    EventStream(AsyncContext async, UserId user, BooleanSupplier isSignedIn, Consumer<EventStream> onClose) {
        this.async = async;
        this.user = user;
        this.isSignedIn = isSignedIn;
        this.onClose = onClose;
    }

    void subscription(Events.Subscription subscription) {
        this.subscription = subscription;
        if (closed.get()) {
            subscription.close();
        }
    }

    boolean isOf(UserId other) {
        return user.equals(other);
    }

    /** Keeps proxies from closing a silent stream, and closes that of somebody who was signed out. */
    void ping() {
        if (mayStay()) {
            send(": \n\n");
        } else {
            close();
        }
    }

    private boolean mayStay() {
        try {
            return isSignedIn.getAsBoolean();
        } catch (PlatformException e) {
            return true; // the database is away: nothing is told meanwhile either
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
