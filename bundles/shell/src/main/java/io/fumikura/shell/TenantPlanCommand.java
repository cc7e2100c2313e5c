package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.Tenants;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts a company on another plan. */
@Service
@Command(scope = "fumikura", name = "tenant-plan", description = "Puts a company on another plan")
public final class TenantPlanCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    Tenants tenants;

    @Argument(index = 0, name = "plan", description = "Id of a plan tier; see plan-list", required = true)
    String plan = "";

    @Override
    void run(Caller operator) {
        Tenant before = tenants.show(operator, operator.tenant());
        var form = new TenantForm(before.name(), plan, before.timeZone().getId(), before.ownNames(), before.ownNumbers());
        Tenant now = tenants.change(operator, before.id(), before.version(), form);
        System.out.println(now.code() + " was on " + before.plan() + " and is on " + now.plan() + " now.");
    }
}
