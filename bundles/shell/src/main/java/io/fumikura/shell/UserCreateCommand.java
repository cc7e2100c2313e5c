package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.Groups;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserForm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Registers a user, who gets user ID and initial password by mail. */
@Service
@Command(scope = "fumikura", name = "user-create", description = "Registers a user")
public final class UserCreateCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserDirectory users;

    @Reference
    @SuppressWarnings("NullAway.Init")
    Groups groups;

    @Argument(index = 0, name = "name", description = "As shown to people", required = true)
    String name = "";

    @Argument(index = 1, name = "mail", description = "Mail address", required = true)
    String mail = "";

    @Option(name = "--id", description = "User ID by the company's pattern; the next free one without it")
    String loginId = "";

    @Option(name = "--group", description = "Path of a group, e.g. 本社/営業部; several times for several groups", multiValued = true)
    List<String> paths = List.of();

    @Option(name = "--permission", description = "viewer, clerk, approver …; several times for several", multiValued = true)
    List<String> permissions = List.of("viewer");

    @Option(name = "--language", description = "ja or en")
    String language = "ja";

    @Override
    void run(Caller operator) {
        var form = new UserForm(
                name,
                mail,
                List.of(),
                paths.stream().map(path -> group(operator, path)).toList(),
                permissions.stream()
                        .map(text -> Permission.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .collect(Collectors.toSet()),
                Locale.forLanguageTag(language));
        UserAccount user = users.create(operator, Optional.of(loginId), form);
        System.out.println(user.loginId() + " is registered; two mails go to " + user.mail() + ".");
    }

    private GroupId group(Caller operator, String path) {
        return groups.list(operator, "").stream()
                .filter(group -> String.join("/", group.path()).equals(path))
                .map(Group::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no group " + path + "."));
    }
}
