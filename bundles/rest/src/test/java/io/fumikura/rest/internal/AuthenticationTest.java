package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.ApiTokens;
import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInStage;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private final Authentication authentication = new Authentication(new ThreeSessions(), new NoTokens());

    private static HttpServletRequest request(String session, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getCookies" -> new Cookie[] {new Cookie("fumikura", session)};
                    case "isSecure" -> false;
                    case "getRemoteAddr" -> "192.0.2.1";
                    default -> throw new AssertionError("not asked for: " + method.getName());
                });
    }

    private static HttpServletRequest request(String session) {
        return request(session, Map.of());
    }

    @Test
    void onlyAFullSessionHasACaller() {
        assertThat(authentication.caller(request("full"))).map(Caller::address).contains("192.0.2.1");
        assertThat(authentication.caller(request("limited"))).isEmpty();
        assertThat(authentication.caller(request("ended"))).isEmpty();
    }

    @Test
    void aLimitedSessionIsToldItsStage() {
        PlatformException refusal = authentication.refusal(request("limited"));

        assertThat(refusal).returns("signin.stage", PlatformException::code).returns(Category.FORBIDDEN, PlatformException::category);
        assertThat(refusal.details()).containsEntry("stage", "SECOND_FACTOR");
    }

    @Test
    void whoeverWasSignedOutIsToldWhyAndByWhom() {
        PlatformException refusal = authentication.refusal(request("ended"));

        assertThat(refusal).returns("signin.ended", PlatformException::code).returns(Category.UNAUTHENTICATED, PlatformException::category);
        assertThat(refusal.details()).containsEntry("reason", "ENDED_BY_ADMINISTRATOR").containsEntry("by", "部長");
    }

    @Test
    void whoeverWasNeverSignedInOrBringsABadTokenIsAskedToSignIn() {
        assertThat(authentication.refusal(request("unknown"))).returns("signin.required", PlatformException::code);
        assertThat(authentication.refusal(request("limited", Map.of("Authorization", "Bearer fk_wrong"))))
                .returns("signin.required", PlatformException::code);
    }

    @Test
    void aChangeNeedsTheTokenOfItsOwnSession() {
        assertThat(authentication.isGenuine(request("limited"))).isFalse();
        assertThat(authentication.isGenuine(request("limited", Map.of("X-CSRF-Token", "csrf of full")))).isFalse();
        assertThat(authentication.isGenuine(request("limited", Map.of("X-CSRF-Token", "csrf of limited")))).isTrue();
        assertThat(authentication.isGenuine(request("ended", Map.of("X-CSRF-Token", "csrf of ended")))).isFalse();
    }

    /** A full session, a limited one, and one that an administrator has ended. */
    private static final class ThreeSessions implements SignIn {

        @Override
        public Session signIn(String login, String password, boolean keep, Client client) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<Caller> caller(String token, String requestId) {
            return token.equals("full")
                    ? Optional.of(new Caller(TenantId.random(), UserId.random(), "花子", Set.of(), Locale.JAPANESE, requestId))
                    : Optional.empty();
        }

        @Override
        public Optional<SignInStage> stage(String token) {
            return switch (token) {
                case "full" -> Optional.of(SignInStage.FULL);
                case "limited" -> Optional.of(SignInStage.SECOND_FACTOR);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<SessionEnd> end(String token) {
            return token.equals("ended")
                    ? Optional.of(new SessionEnd(Reason.ENDED_BY_ADMINISTRATOR, "部長", Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public boolean csrfMatches(String token, String csrf) {
            return csrfToken(token).filter(csrf::equals).isPresent();
        }

        @Override
        public Optional<String> csrfToken(String token) {
            return stage(token).map(stage -> "csrf of " + token);
        }

        @Override
        public void signOut(String token) {}
    }

    private static final class NoTokens implements ApiTokens {

        @Override
        public Created create(Caller caller, String name) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<ApiToken> list(Caller caller) {
            return List.of();
        }

        @Override
        public void revoke(Caller caller, UUID token) {}

        @Override
        public Optional<Caller> caller(String secret, String requestId) {
            return Optional.empty();
        }
    }
}
