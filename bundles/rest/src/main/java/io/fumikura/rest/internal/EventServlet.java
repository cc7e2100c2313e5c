package io.fumikura.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fumikura.account.Caller;
import io.fumikura.account.UserId;
import io.fumikura.document.Events;
import io.fumikura.rest.internal.dto.RecordDto;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Server-sent events (WHATWG HTML, 9.2) at {@code /api/v1/events}: {@code event: record} with the record as a row. A servlet of
 * its own, so that open streams outlive changes of the set of REST resources.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + EventContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("events")
@HttpWhiteboardServletAsyncSupported
public final class EventServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_STREAMS = 1000;
    private static final int MOST_OF_ONE = 30;

    private final transient Authentication authentication;
    private final transient Events events;
    private final transient Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final transient ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "fumikura-events");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public EventServlet(@Reference Authentication authentication, @Reference Events events) {
        this.authentication = authentication;
        this.events = events;
        writer.scheduleWithFixedDelay(() -> streams.forEach(EventStream::ping), 15, 15, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        streams.forEach(EventStream::close);
        writer.shutdownNow();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Caller> caller = authentication.caller(request);
        if (caller.isEmpty()) {
            response.setStatus(401);
            return;
        }
        UserId user = caller.get().user();
        if (streams.size() >= MOST_STREAMS || streams.stream().filter(stream -> stream.isOf(user)).count() >= MOST_OF_ONE) {
            response.setStatus(503);
            return;
        }
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        var stream = new EventStream(async, user, authentication.signedIn(request), streams::remove);
        streams.add(stream);
        stream.subscription(events.subscribe(
                caller.get(), record -> writer.execute(() -> stream.send(message(RecordDto.of(record))))));
        writer.execute(() -> stream.send("retry: 3000\n\n"));
    }

    private static String message(RecordDto record) {
        try {
            return "event: record\ndata: " + Json.MAPPER.writeValueAsString(record) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record can be written as JSON", e);
        }
    }
}
