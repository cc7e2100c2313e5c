package io.fumikura.rest.internal;

import io.fumikura.account.ApiTokens;
import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInStage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the caller of a request by bearer token or session cookie. */
@Component(service = Authentication.class)
public final class Authentication {

    static final String CSRF_HEADER = "X-CSRF-Token";

    private final SignIn signIn;
    private final ApiTokens tokens;

    @Activate
    public Authentication(@Reference SignIn signIn, @Reference ApiTokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    /** Who calls; empty when nobody is signed in. */
    Optional<Caller> caller(HttpServletRequest request) {
        String requestId = UUID.randomUUID().toString();
        Optional<String> bearer = bearer(request.getHeader("Authorization"));
        Optional<Caller> caller = bearer.isPresent()
                ? tokens.caller(bearer.get(), requestId)
                : sessionToken(request).flatMap(token -> signIn.caller(token, requestId));
        return caller.map(found -> found.at(request.getRemoteAddr()));
    }

    /** Tells, as often as it is asked, whether who sent the request is still signed in; unlike {@link #caller} it prolongs no session. */
    BooleanSupplier signedIn(HttpServletRequest request) {
        Optional<String> bearer = bearer(request.getHeader("Authorization"));
        Optional<String> session = sessionToken(request);
        return () -> bearer.isPresent()
                ? tokens.caller(bearer.get(), "").isPresent()
                : session.flatMap(signIn::stage).filter(SignInStage.FULL::equals).isPresent();
    }

    /** Whether a request that changes something comes from our own pages: it needs no proof when it brings a bearer token. */
    boolean isGenuine(HttpServletRequest request) {
        if (bearer(request.getHeader("Authorization")).isPresent()) {
            return true;
        }
        String proof = request.getHeader(CSRF_HEADER);
        return proof != null
                && sessionToken(request)
                        .filter(token -> signIn.csrfMatches(token, proof))
                        .isPresent();
    }

    /** How far the sign-in has come that the session cookie stands for; empty without a live session. */
    Optional<SignInStage> stage(HttpServletRequest request) {
        return sessionToken(request).flatMap(signIn::stage);
    }

    /** Why a request has no caller: its session waits for a step of the sign-in, is over, or there is none. */
    PlatformException refusal(HttpServletRequest request) {
        if (bearer(request.getHeader("Authorization")).isPresent()) {
            return required();
        }
        Optional<SignInStage> stage = stage(request);
        if (stage.isPresent()) {
            return new PlatformException(
                    Category.FORBIDDEN,
                    "signin.stage",
                    "The sign-in is not complete; see the stage in GET /session.",
                    Map.of("stage", stage.get().name()),
                    null);
        }
        return sessionToken(request).flatMap(signIn::end).map(Authentication::ended).orElseGet(Authentication::required);
    }

    static PlatformException ended(SessionEnd end) {
        return new PlatformException(
                Category.UNAUTHENTICATED,
                "signin.ended",
                "The session is over. Sign in again.",
                Map.of("reason", end.reason().name(), "by", end.by(), "at", end.at().toString()),
                null);
    }

    static PlatformException required() {
        return new PlatformException(
                Category.UNAUTHENTICATED, "signin.required", "Sign in, or send an API token as bearer.");
    }

    static Optional<String> sessionToken(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = cookieName(request);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Over TLS the name makes browsers insist on Secure, path / and no domain (RFC 6265bis, cookie name prefixes). */
    static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-fumikura" : "fumikura";
    }

    private static Optional<String> bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }
}
