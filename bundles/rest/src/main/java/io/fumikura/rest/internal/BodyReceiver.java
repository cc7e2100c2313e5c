package io.fumikura.rest.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Collects the body of one request as it comes, then lets the request go on. Holds no thread meanwhile. */
final class BodyReceiver implements ReadListener, AsyncListener {

    private final AsyncContext async;
    private final ServletInputStream in;
    private final Limits limits;
    private final AtomicLong held = new AtomicLong();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[4096];
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * @param room where the body lies until its request is answered
     * @param sender on whose account it lies there
     * @param most bytes
     * @param seconds for the whole body
     */
    record Limits(BodyRoom room, String sender, int most, int seconds) {}

    private BodyReceiver(AsyncContext async, ServletInputStream in, Limits limits) {
        this.async = async;
        this.in = in;
        this.limits = limits;
    }

    static void start(HttpServletRequest request, HttpServletResponse response, Limits limits) throws IOException {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(limits.seconds() * 1000L);
        var receiver = new BodyReceiver(async, request.getInputStream(), limits);
        async.addListener(receiver);
        receiver.in.setReadListener(receiver);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady() && !in.isFinished()) {
            int read = in.read(buffer);
            if (read > 0) {
                if (!limits.room().take(limits.sender(), read)) {
                    refuse(503, "request.busy", "Too much is being received at the moment; try again in a moment.");
                    return;
                }
                held.addAndGet(read);
                body.write(buffer, 0, read);
            }
            if (body.size() > limits.most()) {
                refuse(413, "request.too-large", "The body is too large for this operation.");
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (over.compareAndSet(false, true)) {
            async.getRequest().setAttribute(ReceivedBody.ATTRIBUTE, body.toByteArray());
            async.dispatch();
        }
    }

    /** The sender went away, or sent what is no HTTP. */
    @Override
    public void onError(Throwable error) {
        refuse(400, "request.incomplete", "The body did not arrive.");
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(408, "request.slow", "The body did not arrive in time.");
    }

    @Override
    public void onError(AsyncEvent event) {
        refuse(400, "request.incomplete", "The body did not arrive.");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A resource goes on in its own time. The body lies there until it has answered.
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
        limits.room().giveBack(limits.sender(), held.getAndSet(0));
    }

    private void refuse(int status, String code, String detail) {
        if (over.compareAndSet(false, true)) {
            try {
                Problems.send((HttpServletResponse) async.getResponse(), status, code, detail);
            } catch (IOException | IllegalStateException gone) {
                // Nobody is there to be told.
            } finally {
                async.complete();
            }
        }
    }
}
