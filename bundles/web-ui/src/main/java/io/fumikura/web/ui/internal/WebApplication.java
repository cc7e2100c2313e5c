package io.fumikura.web.ui.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the web application at every address that no one else serves; {@link Pages} decides what. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("web-ui")
public final class WebApplication extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;

    @Activate
    public WebApplication() {
        this.pages = new Pages(WebApplication.class::getResource);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Answer answer = pages.answer(request.getMethod(), path == null ? "/" : path, request.getHeader("Accept-Encoding"));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.body() != null) {
            response.setContentLength(answer.body().length);
            write(request, response, answer.body());
        } else if (answer.resource() != null) {
            // no cache: entries of a bundle may be replaced by an update
            URLConnection connection = answer.resource().openConnection();
            connection.setUseCaches(false);
            try (var in = connection.getInputStream()) {
                write(request, response, in.readAllBytes());
            }
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
