package io.fumikura.core.internal.persistence;

import io.fumikura.account.PlatformException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions. A call inside of another joins it. Work may throw an {@link Interlude} to have something slow
 * done outside of the transaction. While the database can't be opened, each call throws {@code
 * database.unavailable}; opening is tried again every few seconds.
 */
@Component(
        service = Transactions.class,
        configurationPid = "io.fumikura.core.database",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfig.class)
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    /** Of all databases, because work knows its entity manager only. */
    private static final Map<EntityManager, Scope> OPEN = new ConcurrentHashMap<>();
    /** Each change that comes in between asks for another one. */
    private static final int MOST_INTERLUDES = 20;

    private final OpenDatabase database;
    private final Secrets secrets;
    private final Clock clock;
    private final ThreadLocal<@Nullable Scope> current = new ThreadLocal<>();

    /** One transaction of one thread. */
    private static final class Scope {
        final EntityManager entities;
        final Map<Class<?>, BeforeCommit> beforeCommit = new LinkedHashMap<>();
        final List<Runnable> afterCommit = new ArrayList<>();
        boolean durable;

        Scope(EntityManager entities, boolean durable) {
            this.entities = entities;
            this.durable = durable;
        }
    }

    @Activate
    public Transactions(
            DatabaseConfig config, @Reference(name = "driver") DataSourceFactory driver, @Reference Secrets secrets) {
        this(config, driver, secrets, Clock.systemUTC());
    }

    /** @param clock tells the times of history entries */
    Transactions(DatabaseConfig config, DataSourceFactory driver, Secrets secrets, Clock clock) {
        database = new OpenDatabase(config, driver);
        this.secrets = secrets;
        this.clock = clock;
        try {
            database.get();
        } catch (PlatformException unavailable) {
            LOG.debug("Opening is tried again at the first call.");
        }
    }

    @Deactivate
    public void close() {
        database.close();
    }

    /** Work that changes something: when this returns, it is on disk. */
    public <T> T required(Function<EntityManager, T> work) {
        return execute(work, true);
    }

    /** As {@link #required} without an answer. */
    public void run(Consumer<EntityManager> work) {
        required(entities -> {
            work.accept(entities);
            return true;
        });
    }

    /** Work that only reads. */
    public <T> T read(Function<EntityManager, T> work) {
        return execute(work, false);
    }

    /**
     * Work whose loss in a crash of the machine would do no harm, e.g. progress, leases, the time at which a session was seen: committed, but
     * not waited for to be on disk.
     */
    public void relaxed(Consumer<EntityManager> work) {
        execute(
                entities -> {
                    work.accept(entities);
                    return true;
                },
                false);
    }

    /** As {@link #required}, tried once more when it lost against another transaction. The work must be repeatable. */
    public <T> T retried(Function<EntityManager, T> work) {
        try {
            return required(work);
        } catch (PersistenceException e) {
            if (current.get() != null || !lostRace(e)) {
                throw e;
            }
            return required(work);
        }
    }

    /** Runs the action when the present transaction is committed and durable; at once when there is none. It must not throw. */
    public void afterCommit(Runnable action) {
        Scope scope = current.get();
        if (scope == null) {
            action.run();
        } else {
            scope.afterCommit.add(action);
        }
    }

    /**
     * The transaction's one object of a class, made when it is first asked for; it runs just before the commit.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public static <T extends BeforeCommit> T beforeCommit(EntityManager entities, Class<T> type, Supplier<T> make) {
        Scope scope = OPEN.get(entities);
        if (scope == null) {
            throw new IllegalStateException("There is no transaction.");
        }
        return type.cast(scope.beforeCommit.computeIfAbsent(type, asked -> make.get()));
    }

    /** Whether SQL is H2's, where it differs from PostgreSQL's. */
    public boolean isH2() {
        return database.get().isH2();
    }

    /** Number of fsyncs asked of H2 so far; 0 for PostgreSQL, which does them by itself. */
    public long checkpoints() {
        return database.get().checkpoints();
    }

    private <T> T execute(Function<EntityManager, T> work, boolean durable) {
        Scope outer = current.get();
        if (outer != null) {
            outer.durable |= durable;
            return work.apply(outer.entities);
        }
        for (int round = 1; ; round++) {
            try {
                return begin(work, durable);
            } catch (Interlude e) {
                if (round == MOST_INTERLUDES) {
                    throw e;
                }
                e.run();
            }
        }
    }

    private <T> T begin(Function<EntityManager, T> work, boolean durable) {
        Database open = database.get();
        var scope = new Scope(open.entityManager(), durable);
        current.set(scope);
        OPEN.put(scope.entities, scope);
        T answer;
        try {
            answer = commit(scope, work);
        } finally {
            current.remove();
            OPEN.remove(scope.entities);
            scope.entities.close();
        }
        if (scope.durable) {
            awaitDurable(open);
        }
        scope.afterCommit.forEach(Runnable::run);
        return answer;
    }

    private <T> T commit(Scope scope, Function<EntityManager, T> work) {
        var transaction = scope.entities.getTransaction();
        transaction.begin();
        try {
            T answer = work.apply(scope.entities);
            if (!scope.beforeCommit.isEmpty()) {
                scope.entities.flush();
                scope.beforeCommit.values().forEach(last -> last.run(scope.entities, secrets, clock));
            }
            transaction.commit();
            return answer;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }

    private static void awaitDurable(Database open) {
        try {
            open.awaitDurable();
        } catch (SQLException e) {
            throw OpenDatabase.unavailable("The change could not be written to disk: " + e.getMessage(), e);
        }
    }

    static boolean lostRace(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
                return true;
            }
            // 40001 serialization, 40P01 deadlock, 23505 unique, 23503 foreign key, 23506 its parent is gone (H2), HYT00 lock time-out (H2),
            // 55P03 (PostgreSQL)
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches("40001|40P01|23503|23505|23506|HYT00|55P03|90131")) {
                return true;
            }
        }
        return false;
    }
}
