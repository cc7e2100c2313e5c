package io.fumikura.shell;

import io.fumikura.tenant.FirstAdministrator;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.Tenants;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Makes a company, whose first administrator gets user ID and initial password by mail. */
@Service
@Command(scope = "fumikura", name = "tenant-create", description = "Makes a company and its first administrator")
public final class TenantCreateCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    Tenants tenants;

    @Argument(index = 0, name = "code", description = "Company code, e.g. A15336", required = true)
    String code = "";

    @Argument(index = 1, name = "name", description = "Name of the company", required = true)
    String name = "";

    @Argument(index = 2, name = "administrator", description = "Name of the first administrator", required = true)
    String administrator = "";

    @Argument(index = 3, name = "mail", description = "Mail address of the first administrator", required = true)
    String mail = "";

    @Option(name = "--plan", description = "Id of a plan tier; see plan-list")
    String plan = "standard";

    @Option(name = "--time-zone", description = "E.g. Asia/Tokyo")
    String timeZone = "Asia/Tokyo";

    @Option(name = "--own-name", description = "A further name under which the company appears in its documents; several times for several", multiValued = true)
    List<String> ownNames = List.of();

    @Option(name = "--language", description = "Of the first administrator: ja or en")
    String language = "ja";

    @Override
    public @Nullable Object execute() {
        Tenant made = tenants.create(
                Console.operator(),
                code,
                new TenantForm(name, plan, timeZone, ownNames, List.of()),
                new FirstAdministrator(administrator, mail, Locale.forLanguageTag(language)));
        System.out.println(made.code() + " is there on the plan " + made.plan() + "; two mails go to " + mail + ".");
        return null;
    }
}
