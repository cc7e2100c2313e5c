package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantState;
import io.fumikura.tenant.Tenants;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shuts a company or opens it again; its data stays. */
@Service
@Command(scope = "fumikura", name = "tenant-state", description = "Shuts a company, or opens it again; its data stays")
public final class TenantStateCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    Tenants tenants;

    @Argument(index = 0, name = "state", description = "active, suspended or closed", required = true)
    String state = "";

    @Option(name = "--reason", description = "For the history")
    String reason = "";

    @Override
    void run(Caller operator) {
        // Not at work for the company itself: whoever shuts it is none of its people.
        Tenant before = tenants.show(operator, operator.tenant());
        Tenant now = tenants.move(
                Console.operator(), before.id(), before.version(), TenantState.valueOf(state.toUpperCase(Locale.ROOT)), reason);
        System.out.println(now.code() + " was " + before.state() + " and is " + now.state() + " now.");
    }
}
