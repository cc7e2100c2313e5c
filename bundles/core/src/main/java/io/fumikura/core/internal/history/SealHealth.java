package io.fumikura.core.internal.history;

import io.fumikura.health.spi.HealthCheck;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the history is sealed as often as it should be. */
@Component
public final class SealHealth implements HealthCheck {

    private final Sealing sealing;

    @Activate
    public SealHealth(@Reference Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public String part() {
        return "history";
    }

    @Override
    public Health check() {
        Optional<Instant> since = sealing.overdueSince();
        return since.isPresent()
                ? Health.error(
                        "The history was not sealed with a time stamp since " + since.get()
                                + ". See the log, and whether the time stamp authority answers.",
                        "履歴に " + since.get() + " からタイムスタンプが付いていません。ログとタイムスタンプ局の状態を確認してください。",
                        false)
                : Health.ok("The history is sealed.");
    }
}
