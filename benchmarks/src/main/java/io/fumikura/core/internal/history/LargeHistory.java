package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.DatabaseConfig;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.history.HistoryVerification.Report;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/** A log of many entries in an H2 database of its own, written and verified by the platform's own classes. */
public final class LargeHistory implements AutoCloseable {

    private static final int IN_ONE_TRANSACTION = 500;

    private final Transactions transactions;
    private final Sealing sealing;
    private final UUID tenant = UUID.randomUUID();
    private final List<Author> people = List.of(
            new Author(UUID.randomUUID(), "佐倉 美咲", null, "", "192.0.2.17"),
            new Author(UUID.randomUUID(), "Emma Clarke", null, "", "2001:db8::4c1"),
            Author.PLATFORM);

    public LargeHistory(Path folder) {
        var secrets = new Secrets(folder.resolve("keys"));
        Map<String, Object> settings = Map.of(
                "url", "jdbc:h2:file:" + folder.resolve("bench"), "user", "sa", "password", "", "pool_size", 8);
        var config = (DatabaseConfig) Proxy.newProxyInstance(
                DatabaseConfig.class.getClassLoader(),
                new Class<?>[] {DatabaseConfig.class},
                (proxy, method, arguments) -> settings.get(method.getName()));
        DataSourceFactory driver = new OsgiDataSourceFactory(new org.h2.Driver());
        transactions = new Transactions(config, driver, secrets);
        sealing = new Sealing(
                transactions, secrets, Clock.systemUTC(), new HistoryFolder(folder.resolve("history"), null), Duration.ofDays(1), List.of());
    }

    /** Events as they come: most are edits of one or two fields, some views. */
    public void write(int from, int count) {
        for (int start = from; start < from + count; start += IN_ONE_TRANSACTION) {
            int first = start;
            int last = Math.min(start + IN_ONE_TRANSACTION, from + count);
            transactions.relaxed(entities -> {
                for (int i = first; i < last; i++) {
                    History.append(entities, event(i));
                }
            });
        }
    }

    private HistoryEvent event(int i) {
        var subject = new Subject("record", new UUID(7, i / 6));
        Author by = people.get(i % people.size());
        return i % 5 == 0
                ? new HistoryEvent(tenant, subject, by, "record.viewed", List.of(), "")
                : new HistoryEvent(
                        tenant,
                        subject,
                        by,
                        "record.edited",
                        List.of(
                                new Change("title", i % 3 == 0 ? "" : "業務委託契約書 " + i, "業務委託基本契約書 " + (i + 1)),
                                new Change("amount", "", i * 100L + " JPY")),
                        "");
    }

    public void seal() throws Exception {
        sealing.seal();
    }

    public Report verify() {
        var run = new VerificationRun(transactions, sealing, new Blobs(), null, false, "bench");
        run.run();
        return run.report();
    }

    /** What the hashing alone costs: a leaf, a node and the texts of as many entries. */
    public byte[] hashOnly(int count) {
        byte[] body = new byte[330];
        byte[] text = new byte[30];
        byte[] salt = new byte[16];
        byte[] last = new byte[Hashes.LENGTH];
        for (int i = 0; i < count; i++) {
            body[i % body.length]++;
            byte[] leaf = Hashes.leaf(body);
            for (int texts = 0; texts < 5; texts++) {
                salt[texts]++;
                last = Hashes.value(salt, text);
            }
            last = Hashes.node(leaf, last);
        }
        return last;
    }

    @Override
    public void close() {
        transactions.close();
    }
}
