package io.fumikura.rest.internal;

import io.fumikura.health.HealthReport;
import io.fumikura.health.spi.HealthCheck;
import io.fumikura.rest.internal.dto.HealthDto;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Objects;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The platform itself: health and the description of its interface. Open to everybody; tells nothing of any tenant. */
@Component(service = PlatformResource.class)
@JakartarsResource
@Path("v1")
@WithoutSignIn
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformResource {

    private final HealthReport report;

    @Activate
    public PlatformResource(@Reference HealthReport report) {
        this.report = report;
    }

    @GET
    @Path("health")
    @Answers(HealthDto.class)
    public Response health() {
        var parts = new TreeMap<String, HealthDto.PartDto>();
        var states = report.parts();
        states.forEach((part, health) -> parts.put(part, HealthDto.PartDto.of(health)));
        HealthCheck.Status worst = states.values().stream()
                .map(HealthCheck.Health::status)
                .max(Comparator.naturalOrder())
                .orElse(HealthCheck.Status.OK);
        boolean ready = report.ready();
        return Response.status(ready ? 200 : 503)
                .header("Cache-Control", "no-store")
                .entity(new HealthDto(HealthDto.name(worst), true, ready, parts))
                .build();
    }

    @GET
    @Path("health/live")
    public HealthDto.LiveDto live() {
        return new HealthDto.LiveDto(true);
    }

    @GET
    @Path("openapi.json")
    @Answers(Void.class)
    public Response openApi() throws IOException {
        try (InputStream document = Objects.requireNonNull(
                PlatformResource.class.getResourceAsStream("/openapi.json"), "openapi.json is built into the bundle")) {
            return Response.ok(document.readAllBytes()).build();
        }
    }
}
