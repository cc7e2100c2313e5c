package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Pages of a ledger by various orders and filters, at many records beside a thousand, one after the other. */
final class LedgerBenchmark {

    private static final int FEW = 1_000;
    private static final int WARM = 25;
    private static final List<String> VIEWS = List.of(
            "sort=number&order=desc",
            "sort=number&order=asc",
            "sort=registered&order=desc",
            "sort=title&order=asc",
            "sort=parties&order=desc",
            "sort=conclusion_date&order=desc",
            "sort=amount&order=desc",
            "sort=end_date&order=asc",
            "sort=input_state&order=asc",
            "sort=file_name&order=asc",
            "sort=number&order=desc&condition=conclusion_date:from:2020-01-01&condition=conclusion_date:to:2020-12-31",
            "sort=title&order=asc&condition=amount:from:1000000&condition=amount:to:2000000",
            "sort=amount&order=desc&condition=end_date:not-set:",
            "sort=conclusion_date&order=asc&condition=title:contains:" + Api.encoded("佐藤"),
            "sort=number&order=desc&condition=!input_state:is:COMPLETE",
            "sort=registered&order=desc&keyword=" + Api.encoded("業務委託"));

    void run(Arguments arguments) throws Exception {
        int many = arguments.number("--records", arguments.has("--large") ? 1_000_000 : 100_000);
        int times = arguments.number("--times", 30);
        try (Platform small = Platform.start();
                Platform large = Platform.start(arguments.file("--home"))) {
            new BulkLoad(small).fill(FEW);
            new BulkLoad(large).fill(many);
            measure(small.api(), large.api(), many, times);
        }
    }

    private static void measure(Api few, Api much, int many, int times) throws Exception {
        var allFew = new Figures();
        var allMany = new Figures();
        System.out.printf("%-70s %9s %9s %9s %9s%n", "page of 50 rows (ms)", "1,000 p50", "p99", "many p50", "p99");
        for (String view : VIEWS) {
            var small = new Figures();
            var large = new Figures();
            for (int i = -WARM; i < times; i++) {
                (i < 0 ? new Figures() : small).time(() -> few.rows("contracts", view + "&limit=50"));
                (i < 0 ? new Figures() : large).time(() -> much.rows("contracts", view + "&limit=50"));
            }
            print(view.replace("condition=", ""), small, large);
            allFew.addAll(small);
            allMany.addAll(large);
        }
        print("all", allFew, allMany);
        JsonNode page = much.rows("contracts", VIEWS.get(0));
        boolean counted = page.path("totalExact").asBoolean() == (many <= 10_000) && page.path("total").asLong() == Math.min(many, 10_000);
        Figures.printLoad();
        double bar = 3 * allFew.p99() + 20;
        System.out.printf(
                Locale.ROOT, "p99 at %,d records %.1f ms, bar ≤ 3 × %.1f + 20 = %.1f ms: %s%n",
                many, allMany.p99(), allFew.p99(), bar, Figures.verdict(allMany.p99() <= bar));
        System.out.printf(
                "Count shown: %s%s; exact to 10,000, then \"10,000+\": %s%n",
                page.path("total").asText(), page.path("totalExact").asBoolean() ? "" : "+", Figures.verdict(counted));
    }

    private static void print(String view, Figures small, Figures large) {
        System.out.printf(
                Locale.ROOT, "%-70s %9.1f %9.1f %9.1f %9.1f%n",
                URLDecoder.decode(view, StandardCharsets.UTF_8),
                small.median(), small.p99(), large.median(), large.p99());
    }
}
