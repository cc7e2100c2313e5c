package io.fumikura.rest.internal;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.document.Previews.Content;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with bytes. */
final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
    private static final String KEPT = "private, max-age=3600";

    private Contents() {}

    /** An image that the browser may keep for itself. */
    static Response cached(Content content, @Nullable String match) {
        if (match != null && match.contains('"' + content.etag() + '"')) {
            close(content);
            return Response.notModified(content.etag()).header("Cache-Control", KEPT).build();
        }
        return bytes(content).header("Cache-Control", KEPT).build();
    }

    /**
     * A file to be saved. Never shown by the browser itself, whatever is in it: always an attachment, without sniffing, sandboxed.
     */
    static Response download(Content content) {
        return bytes(content)
                .header("Content-Disposition", disposition(content.fileName()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static Response.ResponseBuilder bytes(Content content) {
        StreamingOutput stream = output -> {
            try (content) {
                copy(content.data(), output);
            }
        };
        return Response.ok(stream, content.mediaType())
                .header("Content-Length", content.size())
                .header("X-Content-Type-Options", "nosniff")
                .tag(content.etag());
    }

    private static void copy(InputStream data, OutputStream output) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = read(data, buffer); read >= 0; read = read(data, buffer)) {
            output.write(buffer, 0, read);
        }
    }

    /** What can't be read is told to the caller as long as nothing was sent; later the connection breaks off. */
    private static int read(InputStream data, byte[] buffer) {
        try {
            return data.read(buffer);
        } catch (IOException e) {
            LOG.warn("A stored file can't be read", e);
            throw new PlatformException(
                    Category.UNAVAILABLE,
                    "storage.unavailable",
                    "The file can't be read: " + e.getMessage(),
                    Map.of(),
                    e);
        }
    }

    /** RFC 6266: an ASCII name for old clients, the real one in UTF-8. */
    private static String disposition(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%;]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    private static void close(Content content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
