package io.fumikura.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fumikura.rest.internal.dto.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Problem documents (RFC 9457) for answers that are given before a resource is asked. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    static Problem of(int status, String code, String detail, Map<String, Object> details) {
        var type = Response.Status.fromStatusCode(status);
        return new Problem("about:blank", type == null ? "Error" : type.getReasonPhrase(), status, code, detail, details);
    }

    static byte[] json(int status, String code, String detail) {
        try {
            return Json.MAPPER.writeValueAsString(of(status, code, detail, Map.of())).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can be written as JSON", e);
        }
    }

    /** Refuses a request whose body is not read: nothing more can come over its connection. */
    static void send(HttpServletResponse response, int status, String code, String detail) throws IOException {
        byte[] json = json(status, code, detail);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /** What an HTTP status means to the sender of a request, where nothing more is known. */
    static String text(int status) {
        return switch (status) {
            case 400 -> "The request can't be understood.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "The answer can't be given in the form asked for.";
            case 408 -> "The request did not arrive in time.";
            case 414 -> "The address is too long.";
            case 415 -> "The body's content type is not taken here.";
            case 428 -> "Send the ETag of the record as it was read in If-Match.";
            case 431 -> "The headers are too large.";
            case 500 -> "Something went wrong on the server; its log tells what.";
            case 503 -> "The platform is starting or stopping; try again in a moment.";
            default -> "The request was refused.";
        };
    }
}
