package io.fumikura.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/**
 * Answers for bodies that are not the JSON asked for. Jersey finds its Jackson module by itself, and that brings mappers of its own,
 * which tell the caller our class names in plain text; so its exceptions are turned here, before any mapper sees them.
 */
@Component(service = ReaderInterceptor.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsName("json-bodies")
public final class JsonBodies implements ReaderInterceptor {

    static final int LARGEST = 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        // A file that happens to be JSON is streamed, and has a limit of its own.
        if (context.getType() == InputStream.class || !MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        var body = new Limited(context.getInputStream());
        context.setInputStream(body);
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw new PlatformException(
                    Category.INVALID, "request.malformed", "The body is not the JSON that this operation takes.");
        } catch (IOException e) {
            if (body.isOver()) {
                throw new PlatformException(Category.TOO_LARGE, "request.too-large", "A body of JSON has at most 1 MB.");
            }
            throw e;
        }
    }

    private static final class Limited extends FilterInputStream {

        private int left = LARGEST;

        Limited(InputStream in) {
            super(in);
        }

        boolean isOver() {
            return left < 0;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (isOver()) {
                throw new IOException("The body is too large");
            }
        }
    }
}
