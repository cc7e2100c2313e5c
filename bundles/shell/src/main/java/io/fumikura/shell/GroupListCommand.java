package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.Groups;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the tree of a company's groups. */
@Service
@Command(scope = "fumikura", name = "group-list", description = "Shows the groups of a company")
public final class GroupListCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    Groups groups;

    @Option(name = "--text", description = "Part of the name")
    String text = "";

    @Override
    void run(Caller operator) {
        groups.list(operator, text)
                .forEach(group -> System.out.println(String.join("/", group.path()) + " (" + group.members() + ")"));
    }
}
