package io.fumikura.rest.internal;

import java.nio.ByteBuffer;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Makes the HTTP server's own refusals (no HTTP, headers too large, …) problem documents. The server shows itself to makers of
 * connectors only, at each of its starts; the connector that is made here takes no connections.
 */
@Component(service = ConnectorFactory.class)
public final class ServerErrors implements ConnectorFactory {

    @Activate
    public ServerErrors() {}

    @Override
    public Connector createConnector(Server server) {
        server.setErrorHandler(new Problem());
        return new LocalConnector(server);
    }

    private static final class Problem extends ErrorHandler {

        @Override
        public boolean errorPageForMethod(String method) {
            return true;
        }

        @Override
        protected void generateResponse(
                Request request, Response response, int code, @Nullable String message, @Nullable Throwable cause, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(true, ByteBuffer.wrap(Problems.json(code, "http." + code, Problems.text(code))), callback);
        }
    }
}
