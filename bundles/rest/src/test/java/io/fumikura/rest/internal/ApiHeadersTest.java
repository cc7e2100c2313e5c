package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiHeadersTest {

    private final Map<String, String> headers = new HashMap<>();

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void answer(String address) throws Exception {
        var request = fake(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRequestURI" -> address;
            case "isSecure" -> true;
            default -> throw new AssertionError("not asked for: " + method.getName());
        });
        var response = fake(HttpServletResponse.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("setHeader")) {
                throw new AssertionError("not asked for: " + method.getName());
            }
            return headers.put((String) arguments[0], (String) arguments[1]);
        });
        new ApiHeaders().doFilter(request, response, (asked, given) -> new StrictTransport().doFilter(asked, given, (a, b) -> {}));
    }

    @Test
    void answersOfTheInterfaceAreNeitherGuessedShownNorKept() throws Exception {
        answer("/api/v1/people");
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void pagesBringHeadersOfTheirOwn() throws Exception {
        answer("/ledgers/contracts");
        assertThat(headers).containsOnlyKeys("Strict-Transport-Security");
    }
}
