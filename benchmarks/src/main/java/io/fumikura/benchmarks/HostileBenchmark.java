package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Feeds hostile files through real ingest, one after the other, and writes what became of each. */
final class HostileBenchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    void run(Arguments arguments) throws Exception {
        Path folder = arguments.folder();
        Path out = arguments.file("--out").orElseThrow(() -> new IllegalArgumentException("--out names the file to write."));
        String only = arguments.text("--only");
        try (Platform platform = Platform.start();
                var writer = Files.newBufferedWriter(out)) {
            Api api = platform.api();
            api.get("/health");
            for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
                JsonNode truth = Platform.JSON.readTree(line);
                if (!truth.get("file").asText().contains(only)) {
                    continue;
                }
                ObjectNode result = feed(platform, api, folder, truth);
                writer.write(result.toString());
                writer.newLine();
                writer.flush();
                System.out.printf(
                        "%-70s %-16s %5.1f s %5.0f MB  %s%n",
                        truth.get("file").asText(),
                        result.get("outcome").asText(),
                        result.get("seconds").asDouble(),
                        result.get("peak_mb").asDouble(),
                        result.get("message").asText());
            }
        }
        System.out.println("Judge it with: python3 score_hostile.py " + folder.resolve("truth.jsonl") + " " + out);
    }

    private static ObjectNode feed(Platform platform, Api api, Path folder, JsonNode truth) throws Exception {
        Path file = folder.resolve(truth.get("file").asText());
        double before = platform.residentMegabytes();
        var peak = new AtomicReference<>(before);
        var watch = new Thread(() -> watch(platform, peak));
        watch.setDaemon(true);
        watch.start();
        long start = System.nanoTime();
        ObjectNode result = outcome(api, file, truth);
        result.put("seconds", (System.nanoTime() - start) / 1e9);
        watch.interrupt();
        watch.join();
        // What the file cost: the growth over the platform as it stood before.
        result.put("peak_mb", Math.max(0, peak.get() - before));
        result.put("resident_mb", peak.get());
        result.put("file", truth.get("file").asText());
        return result;
    }

    private static void watch(Platform platform, AtomicReference<Double> peak) {
        while (!Thread.interrupted()) {
            try {
                double now = platform.residentMegabytes();
                peak.accumulateAndGet(now, Math::max);
            } catch (IOException e) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static ObjectNode outcome(Api api, Path file, JsonNode truth) throws Exception {
        ObjectNode result = Platform.JSON.createObjectNode();
        Optional<String> password =
                truth.hasNonNull("password") ? Optional.of(truth.get("password").asText()) : Optional.empty();
        Api.Answer answer = api.upload(
                "contracts", file.getFileName().toString(), BodyPublishers.ofByteArray(Files.readAllBytes(file)), password);
        if (answer.status() != 201) {
            boolean locked = answer.body().path("code").asText().equals("upload.protected");
            return result.put("outcome", locked ? "protected" : "refused")
                    .put("preview", false)
                    .put("message", answer.body().path("detail").asText());
        }
        String id = answer.body().at("/record/id").asText();
        JsonNode detail = api.awaitEnd(id, PATIENCE);
        boolean preview = api.status("/records/" + id + "/pages/1/image?width=800") == 200;
        String state = detail.at("/record/state").asText();
        return result.put(
                        "outcome",
                        switch (state) {
                            case "COMPLETE", "INCOMPLETE" -> "accepted";
                            case "PROTECTED" -> "protected";
                            case "FAILED" -> "kept_unreadable";
                            default -> "unfinished:" + state;
                        })
                .put("preview", preview)
                .put("message", detail.at("/record/reason/message").asText());
    }
}
