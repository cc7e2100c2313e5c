package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserPage;
import io.fumikura.people.UserQuery;
import io.fumikura.people.UserState;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the users of a company by user ID. */
@Service
@Command(scope = "fumikura", name = "user-list", description = "Lists the users of a company")
public final class UserListCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserDirectory users;

    @Option(name = "--text", description = "Part of user ID, name or mail address")
    String text = "";

    @Option(name = "--state", description = "invited, active, locked or deleted; all but deleted ones without it")
    @Nullable String state;

    @Override
    void run(Caller operator) {
        Optional<UserState> wanted = Optional.ofNullable(state).map(name -> UserState.valueOf(name.toUpperCase(Locale.ROOT)));
        var table = new ShellTable();
        table.column("User ID");
        table.column("State");
        table.column("Name");
        table.column("Mail");
        table.column("Groups");
        table.column("Permissions");
        Optional<String> cursor = Optional.empty();
        do {
            UserPage page = users.list(operator, new UserQuery(text, wanted, Optional.empty(), Optional.empty(), cursor, 200));
            page.users().forEach(user -> table.addRow()
                    .addContent(user.loginId(), user.state(), user.name(), user.mail(), groups(user), user.permissions()));
            cursor = page.next();
        } while (cursor.isPresent());
        table.print(System.out);
    }

    private static String groups(UserAccount user) {
        return user.groups().stream().map(place -> String.join("/", place.path())).collect(Collectors.joining("; "));
    }
}
