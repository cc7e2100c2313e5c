package io.fumikura.rest.internal;

import io.fumikura.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the server's log who wanted what he may not, and who sends too much: the signs of somebody trying doors. One a second is
 * named, so that they do not fill the disk.
 */
@Component(service = ContainerResponseFilter.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsName("refusals")
public final class RefusalLog implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong named = new AtomicLong(System.nanoTime() - PAUSE);

    @Context
    private HttpServletRequest http;

    @Activate
    public RefusalLog() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if ((response.getStatus() == 403 || response.getStatus() == 429) && isFirstOfASecond()) {
            LOG.warn("{}", line(request, response.getStatus(), http.getRemoteAddr()));
        }
    }

    private boolean isFirstOfASecond() {
        long now = System.nanoTime();
        long before = named.get();
        return now - before >= PAUSE && named.compareAndSet(before, now);
    }

    /** Without the query, in which words of people stand. */
    static String line(ContainerRequestContext request, int status, String address) {
        String who = request.getProperty(Caller.class.getName()) instanceof Caller caller
                ? "user " + caller.user() + " of company " + caller.tenant() + " (request " + caller.requestId() + ")"
                : "somebody not signed in";
        return "Refused with " + status + ": " + request.getMethod() + " /" + request.getUriInfo().getPath() + " by " + who + " at " + address;
    }
}
