package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final ContainerRequest request = new ContainerRequest(
            URI.create("http://localhost/api/"),
            URI.create("http://localhost/api/v1/tenants?q=secret"),
            "GET",
            null,
            new MapPropertiesDelegate(),
            null);

    @Test
    void aRefusalNamesWhoWantedWhat() {
        var caller = new Caller(TenantId.random(), UserId.random(), "花子", Set.of(), Locale.JAPANESE, "r-1");
        request.setProperty(Caller.class.getName(), caller);

        assertThat(RefusalLog.line(request, 403, "192.0.2.1"))
                .contains("403", "GET", "v1/tenants", caller.user().toString(), caller.tenant().toString(), "192.0.2.1", "r-1")
                .doesNotContain("secret")
                .doesNotContain("花子");
    }

    @Test
    void strangersAreCalledSo() {
        assertThat(RefusalLog.line(request, 429, "192.0.2.7")).contains("429", "somebody not signed in", "192.0.2.7");
    }
}
