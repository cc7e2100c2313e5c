package io.fumikura.core.internal.health;

import io.fumikura.core.internal.plugin.TimeLimit;
import io.fumikura.health.HealthReport;
import io.fumikura.health.spi.HealthCheck;
import io.fumikura.health.spi.HealthCheck.Health;
import io.fumikura.health.spi.HealthCheck.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks all checks at the same time. The database is the part without which nothing works. */
@Component
public final class GatheredHealth implements HealthReport {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private volatile List<HealthCheck> checks = List.of();

    @Activate
    public GatheredHealth() {}

    /** For tests. */
    GatheredHealth(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public Map<String, Health> parts() {
        var running = checks.stream()
                .map(check -> CompletableFuture.supplyAsync(() -> ask(check), work -> start(work)))
                .toList();
        var parts = new TreeMap<String, Health>();
        running.forEach(answer -> parts.merge(answer.join().part(), answer.join().health(), GatheredHealth::worse));
        return parts;
    }

    @Override
    public boolean ready() {
        return parts().values().stream().noneMatch(part -> part.vital() && part.status() == Status.ERROR);
    }

    private record Answer(String part, Health health) {}

    private static void start(Runnable work) {
        var thread = new Thread(work, "fumikura-health");
        thread.setDaemon(true);
        thread.start();
    }

    private static Answer ask(HealthCheck check) {
        String name = check.getClass().getSimpleName();
        try {
            return TimeLimit.call("health-" + name, LIMIT, () -> new Answer(check.part(), check.check()));
        } catch (TimeoutException e) {
            return new Answer(part(check, name), Health.error("No answer within two seconds.", "2秒以内に応答がありません。", false));
        } catch (ExecutionException e) {
            return new Answer(
                    part(check, name),
                    Health.error("The check failed: " + e.getCause(), "確認できませんでした: " + e.getCause(), false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(part(check, name), Health.error("The check was interrupted.", "確認が中断されました。", false));
        }
    }

    private static String part(HealthCheck check, String otherwise) {
        try {
            return check.part();
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    private static Health worse(Health one, Health other) {
        return one.status().compareTo(other.status()) >= 0 ? one : other;
    }
}
