package io.fumikura.health;

import io.fumikura.health.spi.HealthCheck;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How the platform is, part by part. Needs no caller: it tells nothing of any tenant. Thread-safe. */
@ProviderType
public interface HealthReport {

    /** Runs all checks, each with a time limit of two seconds; keyed by part, in order of name. */
    Map<String, HealthCheck.Health> parts();

    /** Whether requests can be served: no vital part is in error. */
    boolean ready();
}
