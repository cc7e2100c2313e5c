package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.plan.Plans;
import io.fumikura.plan.Tier;
import io.fumikura.plan.Usage;
import io.fumikura.plan.spi.Terms;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Tells what a company uses of its plan. */
@Service
@Command(scope = "fumikura", name = "usage", description = "Tells what a company uses of its plan")
public final class UsageCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    Plans plans;

    @Override
    void run(Caller operator) {
        Usage usage = plans.usage(operator, operator.tenant());
        Optional<Terms> terms = usage.tier().map(Tier::terms);
        var table = new ShellTable();
        table.column("");
        table.column("Used");
        table.column("Limit");
        row(table, "uploads in " + usage.month(), usage.uploads(), terms.map(found -> PlanListCommand.text(found.monthlyUploads())));
        row(table, "people signed in", usage.sessions(), terms.map(found -> PlanListCommand.text(found.licences())));
        row(table, "users", usage.users(), Optional.of("no limit"));
        row(table, "records", usage.records(), Optional.of("no limit"));
        row(table, "bytes of files", usage.bytes(), Optional.of("no limit"));
        System.out.println("Plan: " + usage.plan() + (terms.isEmpty() ? " (not running: nothing can be uploaded)" : ""));
        table.print(System.out);
        usage.months().forEach(month -> System.out.println(month.month() + "  " + month.uploads() + " uploads"));
    }

    private static void row(ShellTable table, String what, long used, Optional<String> limit) {
        table.addRow().addContent(what, used, limit.orElse("not known"));
    }
}
