package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordRights;
import io.fumikura.people.Groups;
import io.fumikura.people.UserDirectory;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Sets who may see and edit a record; what is not given stays as it is, but groups and users are replaced when one is given. */
@Service
@Command(scope = "fumikura", name = "access-set", description = "Sets who may see and edit a record")
public final class AccessSetCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    RecordRights rights;

    @Reference
    @SuppressWarnings("NullAway.Init")
    Groups groups;

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserDirectory users;

    @Argument(name = "record", description = "Id of the record, as in its link", required = true)
    String record = "";

    @Option(name = "--everyone", description = "What all people of the company may: none, view or edit")
    @Nullable String everyone;

    @Option(name = "--owning-group", description = "What the owning group may: none, view or edit")
    @Nullable String owningGroup;

    @Option(name = "--group", description = "Path of a group and what it may, e.g. 本社/営業部=view; several times for several", multiValued = true)
    List<String> granted = List.of();

    @Option(name = "--user", description = "User ID and what the user may, e.g. A1533601=edit; several times for several", multiValued = true)
    List<String> persons = List.of();

    @Option(name = "--nobody-else", description = "Takes away what groups and users were given by name")
    boolean nobodyElse;

    @Override
    void run(Caller operator) {
        Caller administrator = Console.administratorOf(operator.tenant().toString());
        RecordRights.Shown before = rights.get(administrator, RecordId.of(record));
        List<Grant> grants = Stream.concat(
                        granted.stream().map(text -> new Grant(Grantee.GROUP, group(operator, name(text)), levelIn(text))),
                        persons.stream().map(text -> new Grant(
                                Grantee.USER, user(users, operator, name(text)).id().value(), levelIn(text))))
                .toList();
        AccessShowCommand.print(rights.change(
                administrator,
                before.record().id(),
                before.record().version(),
                new AccessRights(
                        everyone == null ? before.rights().everyone() : level(everyone),
                        owningGroup == null ? before.rights().owningGroup() : level(owningGroup),
                        grants.isEmpty() && !nobodyElse ? before.rights().grants() : grants)));
    }

    private static String name(String text) {
        int end = text.lastIndexOf('=');
        if (end < 0) {
            throw new IllegalArgumentException("Say what " + text + " may: " + text + "=view or " + text + "=edit.");
        }
        return text.substring(0, end);
    }

    private static AccessLevel levelIn(String text) {
        return level(text.substring(text.lastIndexOf('=') + 1));
    }

    private static AccessLevel level(String text) {
        try {
            return AccessLevel.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Access is none, view or edit, not " + text + ".", e);
        }
    }

    private UUID group(Caller operator, String path) {
        return groups.list(operator, "").stream()
                .filter(group -> String.join("/", group.path()).equals(path))
                .map(group -> group.id().value())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no group " + path + "."));
    }
}
