package io.fumikura.web.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which file of the application stands at an address, and with which headers. Paths without extension are pages of the application
 * and all get its one HTML file; missing assets and everything under {@code /api} are really not found.
 */
final class Pages {

    private static final String ROOT = "/static";
    private static final String NONCE = "__CSP_NONCE__";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "json", "application/json",
            "txt", "text/plain;charset=utf-8");

    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), clipboard-write=(self)");

    private final Function<String, @Nullable URL> resources;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable String html;

    /** @param resources finds {@code /static/…} among the bundle's entries */
    Pages(Function<String, @Nullable URL> resources) {
        this.resources = resources;
    }

    Answer answer(String method, String path, @Nullable String acceptEncoding) {
        if (path.equals("/api") || path.startsWith("/api/")) {
            return plain(404, "application/problem+json",
                    "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"code\":\"path.unknown\",\"detail\":\"There is nothing here.\"}");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            Answer refused = plain(405, "text/plain;charset=utf-8", "Method not allowed\n");
            refused.headers().put("Allow", "GET, HEAD");
            return refused;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.contains(".")) {
            return page();
        }
        return path.equals("/index.html") ? page() : asset(path, name, acceptEncoding == null ? "" : acceptEncoding);
    }

    /** The one HTML file, with a fresh nonce for the styles that the components make while they run. */
    private Answer page() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Map<String, String> headers = headers("text/html;charset=utf-8", "no-cache");
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                        + "'; img-src 'self'; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'");
        return new Answer(200, headers, html().replace(NONCE, nonce).getBytes(StandardCharsets.UTF_8), null);
    }

    private Answer asset(String path, String name, String acceptEncoding) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        URL plain = type == null || path.contains("..") || path.contains("//") ? null : resources.apply(ROOT + path);
        if (type == null || plain == null) {
            return plain(404, "text/plain;charset=utf-8", "Not found\n");
        }
        // Names under /assets hold a hash of their content, so they never change.
        Map<String, String> headers = headers(
                type, path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=86400");
        headers.put("Vary", "Accept-Encoding");
        for (String[] encoding : new String[][] {{"br", ".br"}, {"gzip", ".gz"}}) {
            URL smaller = accepts(acceptEncoding, encoding[0]) ? resources.apply(ROOT + path + encoding[1]) : null;
            if (smaller != null) {
                headers.put("Content-Encoding", encoding[0]);
                return new Answer(200, headers, null, smaller);
            }
        }
        return new Answer(200, headers, null, plain);
    }

    /** RFC 9110, 12.5.3, as far as browsers use it: listed, and not with weight 0. */
    static boolean accepts(String acceptEncoding, String encoding) {
        for (String part : acceptEncoding.split(",")) {
            String[] pieces = part.trim().split("\\s*;\\s*");
            if (pieces[0].equalsIgnoreCase(encoding)) {
                return pieces.length < 2 || !pieces[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static Answer plain(int status, String type, String text) {
        return new Answer(status, headers(type, "no-store"), text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Map<String, String> headers(String type, String caching) {
        var headers = new LinkedHashMap<>(SECURITY);
        headers.put("Content-Type", type);
        headers.put("Cache-Control", caching);
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        return headers;
    }

    private String html() {
        String known = html;
        if (known == null) {
            URL url = resources.apply(ROOT + "/index.html");
            if (url == null) {
                throw new IllegalStateException("The bundle holds no web application");
            }
            try (var in = url.openStream()) {
                known = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            html = known;
        }
        return known;
    }
}
