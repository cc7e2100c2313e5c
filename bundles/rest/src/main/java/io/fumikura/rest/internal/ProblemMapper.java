package io.fumikura.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every error a problem document with a stable code. */
@Component(service = ExceptionMapper.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsName("problems")
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof PlatformException refused) {
            return problem(status(refused.category()), refused.code(), refused.getMessage(), refused.details());
        }
        if (error instanceof JsonMappingException || error instanceof JsonProcessingException) {
            return problem(400, "request.malformed", "The body is not the JSON that this operation takes.", Map.of());
        }
        if (error instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status < 400 ? web.getResponse() : problem(status, "http." + status, Problems.text(status), Map.of());
        }
        LOG.error("A request failed for a reason that should not happen", error);
        return problem(500, "internal", "Something went wrong on the server; its log tells what.", Map.of());
    }

    static Response problem(int status, String code, String detail, Map<String, Object> details) {
        Response.ResponseBuilder answer =
                Response.status(status).type(Problems.MEDIA_TYPE).header("Cache-Control", "no-store");
        Object pause = details.get(RateLimits.RETRY_AFTER);
        if (pause != null) {
            answer.header("Retry-After", pause);
        }
        return answer.entity(Problems.of(status, code, detail, details)).build();
    }

    private static int status(Category category) {
        return switch (category) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case CHANGED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case REFUSED -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
