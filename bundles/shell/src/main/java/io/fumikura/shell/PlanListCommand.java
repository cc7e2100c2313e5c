package io.fumikura.shell;

import io.fumikura.plan.Plans;
import io.fumikura.plan.spi.Terms;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the plan tiers that run now. */
@Service
@Command(scope = "fumikura", name = "plan-list", description = "Lists the plan tiers that run now")
public final class PlanListCommand implements Action {

    private static final long MEGABYTE = 1024 * 1024;

    @Reference
    @SuppressWarnings("NullAway.Init")
    Plans plans;

    @Override
    public @Nullable Object execute() {
        var table = new ShellTable();
        table.column("Plan");
        table.column("Name");
        table.column("Uploads a month");
        table.column("Licences");
        table.column("Custom fields");
        table.column("File (MB)");
        table.column("Features");
        plans.tiers(Console.operator()).forEach(tier -> {
            Terms terms = tier.terms();
            table.addRow()
                    .addContent(
                            tier.id(),
                            tier.english(),
                            text(terms.monthlyUploads()),
                            text(terms.licences()),
                            text(terms.customFields()),
                            terms.maximumFileSize() / MEGABYTE,
                            String.join(" ", terms.features()));
        });
        table.print(System.out);
        return null;
    }

    static String text(OptionalLong limit) {
        return limit.isPresent() ? Long.toString(limit.getAsLong()) : "no limit";
    }

    static String text(OptionalInt limit) {
        return limit.isPresent() ? Integer.toString(limit.getAsInt()) : "no limit";
    }
}
