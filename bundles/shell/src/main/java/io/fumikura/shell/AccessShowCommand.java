package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordRights;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows who may see and edit a record. */
@Service
@Command(scope = "fumikura", name = "access-show", description = "Shows who may see and edit a record")
public final class AccessShowCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    RecordRights rights;

    @Argument(name = "record", description = "Id of the record, as in its link", required = true)
    String record = "";

    @Override
    void run(Caller operator) {
        print(rights.get(Console.administratorOf(operator.tenant().toString()), RecordId.of(record)));
    }

    static void print(RecordRights.Shown shown) {
        System.out.println(shown.record().fileName() + ", owned by " + orNobody(shown.record().ownerName()) + " and the group "
                + orNobody(shown.record().groupName()) + (shown.byDefault() ? ", with the default rights" : ""));
        var table = new ShellTable();
        table.column("Who");
        table.column("Access");
        table.addRow().addContent("everyone", shown.rights().everyone());
        table.addRow().addContent("owning group", shown.rights().owningGroup());
        for (Grant grant : shown.rights().grants()) {
            String name = shown.names().getOrDefault(grant.id(), grant.id().toString());
            table.addRow().addContent(grant.kind().name().toLowerCase(Locale.ROOT) + " " + name, grant.level());
        }
        table.print(System.out);
    }

    private static String orNobody(String name) {
        return name.isEmpty() ? "nobody" : name;
    }
}
