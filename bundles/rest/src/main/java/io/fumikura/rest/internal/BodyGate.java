package io.fumikura.rest.internal;

import io.fumikura.account.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Lets requests in with their whole body. A body is received before any thread is given to its request, so that slow senders hold
 * none: within {@link #SECONDS}, at most {@link #LARGEST} bytes, and {@link #LARGEST_OF_STRANGERS} from those who are not signed
 * in. Only files are streamed, for people who are signed in; {@link UploadResource} limits those.
 */
@Component(service = Preprocessor.class)
public final class BodyGate implements Preprocessor {

    static final int LARGEST_OF_STRANGERS = 16 * 1024;
    /** A little more than {@link JsonBodies} takes, which says what is wrong in the words of the operation. */
    static final int LARGEST = JsonBodies.LARGEST + 1024;
    static final int SECONDS = 15;
    /** Of the bodies of all senders at one time. */
    private static final long ROOM = 64L * 1024 * 1024;
    private static final long ROOM_OF_ONE = 8L * 1024 * 1024;

    private static final String UPLOADS = "/api/v1/uploads";

    private final Authentication authentication;
    private final BodyRoom room = new BodyRoom(ROOM, ROOM_OF_ONE);

    @Activate
    public BodyGate(@Reference Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        if (request.getAttribute(ReceivedBody.ATTRIBUTE) instanceof byte[] body) {
            chain.doFilter(new ReceivedBody(request, body), response);
        } else if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (isFile(request)) {
            chain.doFilter(request, new Hasty(response, request.getInputStream()));
        } else {
            Optional<Caller> caller = authentication.caller(request);
            int most = caller.isPresent() ? LARGEST : LARGEST_OF_STRANGERS;
            if (request.getContentLengthLong() > most) {
                Problems.send(response, 413, "request.too-large", "The body is too large for this operation.");
            } else {
                String sender = caller.map(known -> known.user().toString()).orElseGet(request::getRemoteAddr);
                BodyReceiver.start(request, response, new BodyReceiver.Limits(room, sender, most, SECONDS));
            }
        }
    }

    /** HTTP/1 announces bodies by one of two headers; HTTP/2 need not. */
    private static boolean hasBody(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> request.getContentLengthLong() > 0
                    || request.getContentLengthLong() < 0
                            && (request.getHeader("Transfer-Encoding") != null || !request.getProtocol().startsWith("HTTP/1."));
        };
    }

    /** Files of strangers are refused by {@link AuthenticationFilter} before they are read. */
    private static boolean isFile(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(UPLOADS);
    }

    /** Closes the connection after a refusal that does not wait for the rest of the file. */
    private static final class Hasty extends HttpServletResponseWrapper {

        private final ServletInputStream file;

        Hasty(HttpServletResponse response, ServletInputStream file) {
            super(response);
            this.file = file;
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status);
            if (status >= 400 && !file.isFinished()) {
                setHeader("Connection", "close");
            }
        }
    }
}
