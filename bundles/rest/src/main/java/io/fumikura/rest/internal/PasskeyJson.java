package io.fumikura.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.rest.internal.dto.Passkey.PasskeyOptionsDto;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options and answers of passkeys, which core takes as texts. */
final class PasskeyJson {

    private PasskeyJson() {}

    static Response options(String json) {
        return FactorResource.secret(read(json));
    }

    static PasskeyOptionsDto read(String json) {
        try {
            return Json.MAPPER.readValue(json, PasskeyOptionsDto.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The options of core are those of WebAuthn", e);
        }
    }

    static String credential(@Nullable Map<String, Object> credential) {
        if (credential == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"credential\", what the browser answered.");
        }
        try {
            return Json.MAPPER.writeValueAsString(credential);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }

    static String name(@Nullable String name) {
        if (name == null) {
            throw new PlatformException(Category.INVALID, "request.malformed", "Send \"name\", by which you know the passkey.");
        }
        return name;
    }

    static String origin(@Nullable String header) {
        return header == null || header.equals("null") ? "" : header;
    }
}
