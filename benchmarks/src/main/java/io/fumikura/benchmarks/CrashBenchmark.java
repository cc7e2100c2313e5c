package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills the platform at random moments of uploads and extraction, starts it again over the same data, and asks at the end whether every
 * acknowledged upload is there.
 */
final class CrashBenchmark {

    private static final int CLIENTS = 4;
    /** After the first acknowledgement of a round. */
    private static final int SHORTEST_MILLIS = 50;
    private static final int LONGEST_MILLIS = 6_000;

    void run(Arguments arguments) throws Exception {
        int rounds = arguments.number("--rounds", 5);
        var random = new Random();
        try (Platform platform = Platform.start()) {
            var uploads = new CrashUploads(hasRecognition(platform.api()));
            System.out.printf("%5s %12s %13s %10s%n", "round", "killed after", "acknowledged", "cut short");
            for (int round = 1; round <= rounds; round++) {
                int millis = SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
                int before = uploads.acknowledged().size();
                AutoCloseable clients = uploads.start(platform.api(), CLIENTS);
                uploads.awaitMore(before);
                LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
                platform.kill();
                clients.close();
                System.out.printf(
                        "%5d %10.1f s %13d %10d%n",
                        round, millis / 1000.0, uploads.acknowledged().size() - before, uploads.cutShort());
                platform.launch();
            }
            judge(rounds, uploads, platform.api());
        }
    }

    private static boolean hasRecognition(Api api) throws Exception {
        boolean ready = api.get("/health").body().at("/parts/ocr-languages/status").asText().equals("ok");
        if (!ready) {
            System.out.println("Images are left out: OCR is not ready here.");
        }
        return ready;
    }

    private static void judge(int rounds, CrashUploads uploads, Api api) throws Exception {
        Map<String, Integer> listed = names(api, uploads);
        int missing = 0;
        int altered = 0;
        int unread = 0;
        for (CrashUploads.Acknowledged upload : uploads.acknowledged()) {
            Api.Answer answer = api.get("/records/" + upload.id());
            if (answer.status() != 200 || !listed.containsKey(upload.name())) {
                System.out.println(upload.name() + " is missing.");
                missing++;
                continue;
            }
            if (!upload.sha256().equals(CrashUploads.sha256(api.bytes("/records/" + upload.id() + "/original")))) {
                System.out.println(upload.name() + " has other bytes.");
                altered++;
            }
            JsonNode record = api.awaitEnd(upload.id(), Duration.ofMinutes(5)).path("record");
            if (!record.path("state").asText().endsWith("COMPLETE")) {
                System.out.println(upload.name() + " is " + record.path("state").asText() + " " + record.path("reason"));
                unread++;
            }
        }
        int doubled = listed.values().stream().mapToInt(times -> times - 1).sum();
        listed.forEach((name, times) -> {
            if (times > 1) {
                System.out.println(name + " is there " + times + " times.");
            }
        });
        System.out.printf(
                "%d rounds, %d acknowledged uploads: %d missing, %d altered, %d not read; %d records, %d of them doubled%n",
                rounds, uploads.acknowledged().size(), missing, altered, unread, listed.size(), doubled);
        Figures.printLoad();
        var verdicts = new Verdicts();
        verdicts.add("some uploads were acknowledged", !uploads.acknowledged().isEmpty());
        verdicts.add("every acknowledged upload is there", missing == 0);
        verdicts.add("its bytes are those that were sent", altered == 0);
        verdicts.add("it was read without a hand", unread == 0);
        verdicts.add("nothing is doubled", doubled == 0);
        verdicts.print();
    }

    /** How often each file name stands in the ledger. */
    private static Map<String, Integer> names(Api api, CrashUploads uploads) throws Exception {
        var names = new HashMap<String, Integer>();
        String cursor = "";
        do {
            JsonNode page = api.rows("contracts", "sort=number&limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + Api.encoded(cursor)));
            for (JsonNode row : page.path("rows")) {
                String name = row.at("/record/fileName").asText();
                if (uploads.isOurs(name)) {
                    names.merge(name, 1, Integer::sum);
                }
            }
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return names;
    }
}
