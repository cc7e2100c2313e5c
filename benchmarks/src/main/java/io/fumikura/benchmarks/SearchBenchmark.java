package io.fumikura.benchmarks;

import io.fumikura.account.TenantId;
import io.fumikura.search.lucene.BareSearch;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** Full-text queries through HTTP, beside the same Lucene queries in a bare loop over a copy of the index. */
final class SearchBenchmark {

    private static final int LIMIT = 50;
    /** Of each kind before anything is measured, so that a platform that has just started does not compete with one that runs for days. */
    private static final int WARM = 300;

    /** Questions of a kind; each has a word of its own. */
    private interface Words {
        String next(SplittableRandom random);
    }

    void run(Arguments arguments) throws Exception {
        int records = arguments.number("--records", arguments.has("--large") ? 1_000_000 : 100_000);
        int queries = arguments.number("--queries", 150);
        Path copy = Files.createTempDirectory("fumikura-index-");
        try (Platform platform = Platform.start(arguments.file("--home"))) {
            new BulkLoad(platform).fill(records);
            platform.stop();
            copy(platform.index(), copy);
            // Copying has read the index once, and so it shall be with the database: no search is to wait for a cold disk.
            platform.readDatabase();
            TenantId tenant = tenant(platform);
            platform.launch();
            try (var bare = new BareSearch(copy)) {
                measure(platform.api(), bare, tenant, kinds(records), queries);
            }
        } finally {
            delete(copy);
        }
    }

    private static Map<String, Words> kinds(int records) {
        var kinds = new LinkedHashMap<String, Words>();
        kinds.put("one hit", random -> SampleTexts.own(1 + random.nextInt(records)));
        kinds.put("a name, 1 in 2,000", SampleTexts::person);
        kinds.put("a phrase, 1 in 3", random -> List.of("承諾なく、本業務", "書面による申出がない", "著作権は、代金の完済").get(random.nextInt(3)));
        kinds.put("an English phrase, 1 in 3", random -> List.of("prior written notice", "good faith", "defects in material").get(random.nextInt(3)));
        kinds.put("two characters in all", random -> List.of("契約", "以下", "締結").get(random.nextInt(3)));
        kinds.put("no hit", random -> "ZQ" + random.nextInt(1_000_000));
        return kinds;
    }

    private static void measure(Api api, BareSearch bare, TenantId tenant, Map<String, Words> kinds, int queries) throws Exception {
        var allHttp = new Figures();
        var allBare = new Figures();
        warm(api, bare, tenant, kinds);
        System.out.printf("%-28s %10s %10s %10s %10s%n", "query (ms)", "HTTP p50", "HTTP p99", "bare p50", "bare p99");
        for (Map.Entry<String, Words> kind : kinds.entrySet()) {
            var random = new SplittableRandom(7);
            var http = new Figures();
            var reference = new Figures();
            for (int i = 0; i < queries; i++) {
                String word = kind.getValue().next(random);
                http.time(() -> ask(api, word));
                reference.time(() -> bare.run(query(tenant, word)));
            }
            print(kind.getKey(), http, reference);
            allHttp.addAll(http);
            allBare.addAll(reference);
        }
        print("all", allHttp, allBare);
        Figures.printLoad();
        double bar = 1.5 * allBare.p99() + 5;
        System.out.printf(
                Locale.ROOT, "p99 %.1f ms, bar ≤ 1.5 × %.1f + 5 = %.1f ms: %s%n",
                allHttp.p99(), allBare.p99(), bar, Figures.verdict(allHttp.p99() <= bar));
    }

    private static void warm(Api api, BareSearch bare, TenantId tenant, Map<String, Words> kinds) throws Exception {
        var random = new SplittableRandom(11);
        for (int i = 0; i < WARM; i++) {
            for (Words words : kinds.values()) {
                String word = words.next(random);
                ask(api, word);
                bare.run(query(tenant, word));
            }
        }
    }

    private static void print(String name, Figures http, Figures bare) {
        System.out.printf(
                Locale.ROOT, "%-28s %10.1f %10.1f %10.1f %10.1f%n", name, http.median(), http.p99(), bare.median(), bare.p99());
    }

    private static void ask(Api api, String word) throws IOException, InterruptedException {
        api.rows("contracts", "sort=registered&order=desc&fullText=true&limit=" + LIMIT + "&keyword=" + Api.encoded(word));
    }

    /** What the platform asks of its index for the same request. */
    private static SearchQuery query(TenantId tenant, String word) {
        SearchCondition condition = new SearchCondition.Or(
                List.of(new SearchCondition.Keyword(word, false), new SearchCondition.FullText(word, false)));
        return new SearchQuery(
                tenant, Set.of("tenant"), Optional.of("contracts"), Optional.of(condition), "registered", true, Optional.empty(), LIMIT, 10_000, 0);
    }

    private static TenantId tenant(Platform platform) throws Exception {
        try (Connection database = platform.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select tenant_id from record fetch first row only")) {
            row.next();
            return new TenantId(row.getObject(1, UUID.class));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
