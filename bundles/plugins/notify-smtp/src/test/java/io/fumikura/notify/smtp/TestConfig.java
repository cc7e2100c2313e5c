package io.fumikura.notify.smtp;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as Declarative Services would make it: the defaults of {@link SmtpConfig} and some values. */
final class TestConfig {

    private final Map<String, Object> values = new HashMap<>();

    /** For a server on loopback that asks for nothing. */
    static TestConfig of(int port) {
        return new TestConfig().with("host", "localhost").with("port", port).with("security", "none").with("from", "noreply@example.com")
                .with("answer_seconds", 10);
    }

    /** For {@link TestServer#starttlsWithPassword()}. */
    static TestConfig secure(int port) {
        return of(port)
                .with("security", "starttls")
                .with("user", TestServer.USER)
                .with("password", TestServer.PASSWORD)
                .with("trust", TestCertificate.pem().toString());
    }

    TestConfig with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    SmtpConfig config() {
        return (SmtpConfig) Proxy.newProxyInstance(
                SmtpConfig.class.getClassLoader(), new Class<?>[] {SmtpConfig.class}, (proxy, method, arguments) ->
                        values.containsKey(method.getName()) ? values.get(method.getName()) : method.getDefaultValue());
    }

    SmtpNotifier notifier() {
        return new SmtpNotifier(config());
    }
}
