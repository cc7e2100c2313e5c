package io.fumikura.rest.internal;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.Session;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInSettings;
import io.fumikura.account.SignInSteps;
import io.fumikura.account.Users;
import io.fumikura.rest.internal.dto.Account.SessionDto;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers with sessions: as far as they have come, and their cookie. */
@Component(service = SessionAnswers.class)
public final class SessionAnswers {

    private final SignIn signIn;
    private final SignInSteps steps;
    private final SignInSettings settings;
    private final Users users;

    @Activate
    public SessionAnswers(
            @Reference SignIn signIn, @Reference SignInSteps steps, @Reference SignInSettings settings, @Reference Users users) {
        this.signIn = signIn;
        this.steps = steps;
        this.settings = settings;
        this.users = users;
    }

    /** A session with fresh secrets. */
    Response of(HttpServletRequest request, Session session) {
        return of(request, session, shown(session));
    }

    SessionDto shown(Session session) {
        return signIn.caller(session.token(), "sign-in")
                .map(caller -> full(caller, session.csrfToken()))
                .orElseGet(() -> waiting(session.token(), session.csrfToken()));
    }

    SessionDto full(Caller caller, String csrf) {
        return SessionDto.full(csrf, users.profile(caller), settings.passwordRule(caller));
    }

    SessionDto waiting(String token, String csrf) {
        return SessionDto.waiting(csrf, steps.step(token));
    }

    static Response of(HttpServletRequest request, Session session, Object body) {
        int age = session.kept() ? (int) Duration.between(Instant.now(), session.expires()).toSeconds() : NewCookie.DEFAULT_MAX_AGE;
        return Response.ok(body)
                .header("Cache-Control", "no-store")
                .cookie(cookie(request, session.token(), age))
                .build();
    }

    static Response signedOut(HttpServletRequest request) {
        return Response.noContent().cookie(cookie(request, "", 0)).build();
    }

    static String token(HttpServletRequest request) {
        return Authentication.sessionToken(request).orElseThrow(Authentication::required);
    }

    /** Where a request comes from. */
    static Client client(HttpServletRequest request) {
        String browser = request.getHeader("User-Agent");
        return new Client(request.getRemoteAddr(), browser == null ? "" : browser);
    }

    private static NewCookie cookie(HttpServletRequest request, String value, int age) {
        return new NewCookie.Builder(Authentication.cookieName(request))
                .value(value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
