package io.fumikura.core.internal.health;

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
            return Health.ok(feeder.describe());
        } catch (SearchException e) {
            return Health.error(String.valueOf(e.getMessage()), "検索インデックスを利用できません。ログを確認してください。", false);
        }
    }
}
