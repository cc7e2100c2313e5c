package io.fumikura.rest.internal;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Versions of what is edited, as they stand in ETag and If-Match. */
final class Versions {

    private Versions() {}

    /** @param match the header If-Match, without which nothing is edited */
    static long of(@Nullable String match) {
        if (match == null) {
            throw new WebApplicationException(Response.status(428).build());
        }
        try {
            return Long.parseLong(match.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new PlatformException(Category.INVALID, "request.if-match", "If-Match is the ETag of what is edited, as it was read.");
        }
    }
}
