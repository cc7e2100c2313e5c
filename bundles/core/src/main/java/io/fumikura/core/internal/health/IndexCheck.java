package io.fumikura.core.internal.health;

import io.fumikura.core.internal.index.Fullness;
import io.fumikura.core.internal.index.IndexFeeder;
import io.fumikura.health.spi.HealthCheck;
import io.fumikura.search.spi.SearchException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the search index is there and takes records. Lists by number work without it, so it is not vital. */
@Component
public final class IndexCheck implements HealthCheck {

    private final IndexFeeder feeder;

    @Activate
    public IndexCheck(@Reference IndexFeeder feeder) {
        this.feeder = feeder;
    }

    @Override
    public String part() {
        return "index";
    }

    @Override
    public Health check() {
        try {
            Fullness now = feeder.fullness();
            return now.filling() ? rebuilding(now) : Health.ok(full(now));
        } catch (SearchException e) {
            return Health.error(String.valueOf(e.getMessage()), "検索インデックスを利用できません。ログを確認してください。", false);
        }
    }

    private static String full(Fullness now) {
        return now.records() + " records, " + now.waiting() + " waiting";
    }

    private static Health rebuilding(Fullness now) {
        return Health.warning(
                "The search index is being rebuilt, " + now.records() + " of " + now.total()
                        + " records; until it is done, searches may miss the others.",
                "検索インデックスを作り直しています（" + now.total() + " 件中 " + now.records()
                        + " 件まで完了）。終わるまで、検索で見つからない書類があります。");
    }
}
