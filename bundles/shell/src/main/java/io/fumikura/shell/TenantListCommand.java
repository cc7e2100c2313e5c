package io.fumikura.shell;

import io.fumikura.tenant.TenantPage;
import io.fumikura.tenant.TenantQuery;
import io.fumikura.tenant.TenantState;
import io.fumikura.tenant.Tenants;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the companies by code. */
@Service
@Command(scope = "fumikura", name = "tenant-list", description = "Lists the companies")
public final class TenantListCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    Tenants tenants;

    @Option(name = "--text", description = "Part of code or name")
    String text = "";

    @Option(name = "--state", description = "active, suspended or closed; all without it")
    @Nullable String state;

    @Override
    public @Nullable Object execute() {
        Optional<TenantState> wanted = Optional.ofNullable(state).map(name -> TenantState.valueOf(name.toUpperCase(Locale.ROOT)));
        var table = new ShellTable();
        table.column("Code");
        table.column("Name");
        table.column("State");
        table.column("Plan");
        table.column("Users");
        table.column("Since");
        Optional<String> cursor = Optional.empty();
        do {
            TenantPage page = tenants.list(Console.operator(), new TenantQuery(text, wanted, Optional.empty(), cursor, 200));
            page.tenants().forEach(tenant -> table.addRow()
                    .addContent(tenant.code(), tenant.name(), tenant.state(), tenant.plan(), tenant.users(), tenant.created()));
            cursor = page.next();
        } while (cursor.isPresent());
        table.print(System.out);
        return null;
    }
}
