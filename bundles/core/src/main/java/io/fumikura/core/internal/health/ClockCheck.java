package io.fumikura.core.internal.health;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.health.spi.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the clock has gone backwards since the last entry of the history; times would be wrong in the eyes of the law. */
@Component
public final class ClockCheck implements HealthCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public ClockCheck(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC());
    }

    ClockCheck(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "clock";
    }

    @Override
    public Health check() {
        List<Instant> last = transactions.read(entities -> Sql.query(
                entities,
                "select last_at from history_head order by last_at desc limit 1",
                row -> Sql.instant(row, "last_at")));
        Instant now = clock.instant();
        boolean back = last.stream().anyMatch(entry -> entry.isAfter(now.plus(TOLERANCE)));
        return back
                ? Health.error(
                        "The clock shows " + now + ", but the history goes to " + last.get(0) + ". Correct the clock.",
                        "時計は " + now + " ですが、履歴に " + last.get(0) + " の記録があります。時計を合わせてください。",
                        false)
                : Health.ok("The clock shows " + now + ".");
    }
}
