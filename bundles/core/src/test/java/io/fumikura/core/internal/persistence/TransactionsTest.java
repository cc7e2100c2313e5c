package io.fumikura.core.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.model.Entities;
import io.fumikura.core.internal.model.TenantRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TransactionsTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private TestDatabase.Place place;
    private Transactions transactions;

    @BeforeEach
    void open() {
        place = vendor.create(folder);
        transactions = place.open();
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    static TenantRow tenant(String name) {
        var tenant = new TenantRow();
        tenant.id = UUID.randomUUID();
        tenant.name = name;
        tenant.plan = "standard";
        tenant.timeZone = "Asia/Tokyo";
        tenant.ownNames = List.of("株式会社甲", "甲社");
        tenant.created = Instant.parse("2026-04-01T00:00:00.123456Z");
        return tenant;
    }

    @Test
    void givesBackWhatItStoredAfterARestart() {
        TenantRow stored = tenant("甲");
        transactions.run(entities -> entities.persist(stored));
        transactions.close();
        transactions = place.open();

        TenantRow read = transactions.read(entities -> entities.find(TenantRow.class, stored.id));

        assertThat(read).usingRecursiveComparison().ignoringFields("lockVersion").isEqualTo(stored);
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        TenantRow lost = tenant("失");
        assertThatThrownBy(() -> transactions.run(entities -> {
                    entities.persist(lost);
                    entities.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(transactions.<TenantRow>read(entities -> entities.find(TenantRow.class, lost.id))).isNull();
    }

    @Test
    void doesSlowThingsOutsideOfTheTransactionAndRunsTheWorkAgain() {
        TenantRow fresh = tenant("再");
        var seenOutside = new ArrayList<Boolean>();
        long tenants = transactions.required(outer -> transactions.required(inner -> {
            inner.persist(copy(fresh));
            inner.flush();
            if (seenOutside.isEmpty()) {
                throw new Interlude() {
                    @Override
                    public void run() {
                        seenOutside.add(transactions.read(other -> other.find(TenantRow.class, fresh.id)) != null);
                    }
                };
            }
            return inner.createQuery("select count(t) from TenantRow t", Long.class).getSingleResult();
        }));

        assertThat(tenants).isEqualTo(1);
        assertThat(seenOutside).containsExactly(false);
    }

    private static TenantRow copy(TenantRow tenant) {
        TenantRow copy = tenant(tenant.name);
        copy.id = tenant.id;
        return copy;
    }

    @Test
    void innerWorkJoinsTheOuterTransaction() {
        TenantRow lost = tenant("内");
        assertThatThrownBy(() -> transactions.run(outer -> {
                    transactions.run(inner -> inner.persist(lost));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(transactions.<TenantRow>read(entities -> entities.find(TenantRow.class, lost.id))).isNull();
    }

    @Test
    void triesOnceMoreAfterALostRaceWhereTheCallerSaysSo() {
        TenantRow contested = tenant("争");
        transactions.run(entities -> entities.persist(contested));
        var tries = new java.util.concurrent.atomic.AtomicInteger();

        String name = transactions.retried(entities -> {
            TenantRow mine = entities.find(TenantRow.class, contested.id);
            if (tries.incrementAndGet() == 1) {
                inAnotherThread(() -> transactions.run(other -> other.find(TenantRow.class, contested.id).name = "先"));
            }
            mine.name = mine.name + "後";
            return mine.name;
        });

        assertThat(tries).hasValue(2);
        assertThat(name).isEqualTo("先後");
    }

    @Test
    void actionsAfterCommitRunOnlyWhenItCommitted() {
        var ran = new java.util.ArrayList<String>();
        transactions.run(entities -> transactions.afterCommit(() -> ran.add("committed")));
        assertThatThrownBy(() -> transactions.run(entities -> {
                    transactions.afterCommit(() -> ran.add("rolled back"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(ran).containsExactly("committed");
    }

    @Test
    void everyAcknowledgedChangeIsFollowedByACheckpointAndReadingByNone() {
        long before = transactions.checkpoints();
        transactions.run(entities -> entities.persist(tenant("一")));
        transactions.run(entities -> entities.persist(tenant("二")));
        transactions.read(entities -> entities.createQuery("select t from TenantRow t").getResultList());
        transactions.relaxed(entities -> entities.persist(tenant("三")));

        assertThat(transactions.checkpoints() - before).isEqualTo(vendor == TestDatabase.H2 ? 2 : 0);
    }

    @Test
    void manyWritersShareCheckpoints() throws Exception {
        long before = transactions.checkpoints();
        var pool = Executors.newFixedThreadPool(16);
        var start = new CountDownLatch(1);
        try {
            var all = IntStream.range(0, 160)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        transactions.run(entities -> entities.persist(tenant("社" + i)));
                        return i;
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        if (vendor == TestDatabase.H2) {
            assertThat(transactions.checkpoints() - before).isBetween(1L, 159L);
        }
        Long stored = transactions.read(
                entities -> entities.createQuery("select count(t) from TenantRow t", Long.class).getSingleResult());
        assertThat(stored).isEqualTo(160);
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheDatabaseForOthers() {
        inAnotherThread(() -> {
            try {
                transactions.run(entities -> {
                    entities.persist(tenant("断"));
                    entities.flush();
                    Thread.currentThread().interrupt();
                });
            } catch (RuntimeException interrupted) {
                assertThat(Thread.interrupted()).isTrue();
            }
        });

        transactions.run(entities -> entities.persist(tenant("続")));

        List<String> names = transactions.read(
                entities -> entities.createQuery("select t.name from TenantRow t", String.class).getResultList());
        assertThat(names).contains("続");
    }

    @Test
    void entitiesAreWoven() {
        assertThat(Entities.ALL)
                .filteredOn(type -> type.isAnnotationPresent(jakarta.persistence.Entity.class))
                .allSatisfy(type -> assertThat(Arrays.stream(type.getInterfaces()).map(Class::getSimpleName))
                        .contains("PersistenceWeaved"));
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsSaidToBeUnavailable() {
        var closed = new Transactions(
                TestDatabase.config("jdbc:h2:tcp://127.0.0.1:1/none", "sa"),
                new OsgiDataSourceFactory(new org.h2.Driver()),
                new Secrets(folder.resolve("keys")));

        assertThatThrownBy(() -> closed.read(entities -> 1))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo("database.unavailable"))
                .hasMessageContaining("io.fumikura.core.database.cfg");
    }

    private static void inAnotherThread(Runnable work) {
        var thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
