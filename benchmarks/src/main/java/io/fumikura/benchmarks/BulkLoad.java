package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills a platform with many records: uploads a few, multiplies their rows by SQL while the platform is stopped, and lets it build its
 * index anew.
 */
final class BulkLoad {

    private static final int TEMPLATES = 12;
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");

    private final Platform platform;

    BulkLoad(Platform platform) {
        this.platform = platform;
    }

    /** Answers when all records can be searched; does nothing more when an earlier run has made as many. */
    void fill(int count) throws Exception {
        if (Files.exists(platform.bulk())) {
            reuse(count);
            return;
        }
        uploadTemplates();
        platform.stop();
        long start = System.nanoTime();
        try (Connection database = platform.database()) {
            database.setAutoCommit(false);
            // H2 keeps what was overwritten for 45 seconds; the file would grow to many times of its size.
            execute(database, "set retention_time 0");
            new Multiplication(database).fill(count);
            execute(database, "set retention_time 45000");
            database.commit();
            execute(database, "checkpoint sync");
        }
        Files.writeString(platform.bulk(), Integer.toString(count));
        double loaded = (System.nanoTime() - start) / 1e9;
        forgetIndex();
        platform.launch();
        long indexing = System.nanoTime();
        awaitIndex(count);
        double indexed = (System.nanoTime() - indexing) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d records: inserted in %.0f s, indexed by the platform in %.0f s (%.0f/s).%n",
                count, loaded, indexed, count / indexed);
    }

    private void reuse(int count) throws IOException, InterruptedException {
        int made = Integer.parseInt(Files.readString(platform.bulk()).strip());
        if (made != count) {
            throw new IllegalArgumentException(platform.bulk() + " says that there are " + made + " records, not " + count + ".");
        }
        awaitIndex(count);
        System.out.printf(Locale.ROOT, "%,d records of an earlier run.%n", count);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private void uploadTemplates() throws Exception {
        Api api = platform.api();
        var files = new SampleFiles(Batch.newMark());
        for (int number = 0; number < TEMPLATES; number++) {
            Api.Answer answer = api.upload(
                    "contracts", "template-" + number + ".txt", BodyPublishers.ofByteArray(files.text(number)), Optional.empty());
            JsonNode record = api.awaitEnd(answer.body().at("/record/id").asText(), Duration.ofMinutes(2)).path("record");
            if (!record.path("state").asText().endsWith("COMPLETE")) {
                throw new IOException("A template was not read: " + record);
            }
        }
    }

    private void forgetIndex() throws IOException {
        try (Stream<Path> files = Files.walk(platform.index())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void awaitIndex(int count) throws IOException, InterruptedException {
        Api api = platform.api();
        long start = System.nanoTime();
        while (indexed(api) < count) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("The index has " + indexed(api) + " of " + count + " records after " + PATIENCE + ".");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        // The last rows of the outbox leave with the next commit of the index; until then each list looks at them.
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
    }

    private static long indexed(Api api) throws IOException, InterruptedException {
        Matcher number = NUMBER.matcher(api.get("/health").body().at("/parts/index/message").asText());
        return number.find() ? Long.parseLong(number.group().replace(",", "")) : 0;
    }
}
