package io.fumikura.rest.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Answers of the interface are data: browsers neither guess their type, nor show them as pages, nor keep them. An operation that says otherwise of
 * its own answer, e.g. that an image may be kept, replaces the header.
 */
@Component(service = Preprocessor.class)
public final class ApiHeaders implements Preprocessor {

    @Activate
    public ApiHeaders() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (((HttpServletRequest) request).getRequestURI().startsWith("/api/")) {
            var answer = (HttpServletResponse) response;
            answer.setHeader("X-Content-Type-Options", "nosniff");
            answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            answer.setHeader("Referrer-Policy", "no-referrer");
            answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            answer.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
