package io.fumikura.core.internal.health;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.health.spi.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answers. Vital. */
@Component
public final class DatabaseCheck implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);

    private final Transactions transactions;

    @Activate
    public DatabaseCheck(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String part() {
        return "database";
    }

    @Override
    public Health check() {
        try {
            transactions.read(entities -> Sql.query(entities, "select 1", row -> row.getInt(1)));
            return Health.ok(transactions.isH2() ? "H2 answers." : "PostgreSQL answers.");
        } catch (PlatformException unavailable) {
            return Health.error(
                    "The database can't be opened; see the log and etc/io.fumikura.core.database.cfg.",
                    "データベースを開けません。ログと etc/io.fumikura.core.database.cfg を確認してください。",
                    true);
        } catch (RuntimeException e) {
            LOG.warn("The database does not answer.", e);
            return Health.error("The database does not answer; see the log.", "データベースが応答しません。ログを確認してください。", true);
        }
    }
}
