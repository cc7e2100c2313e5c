package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserStates;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Deletes a user; what he is in charge of goes to another. */
@Service
@Command(scope = "fumikura", name = "user-delete", description = "Deletes a user")
public final class UserDeleteCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserDirectory users;

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserStates states;

    @Argument(name = "id", description = "User ID", required = true)
    String loginId = "";

    @Option(name = "--heir", description = "User ID of who takes over the records")
    @Nullable String heir;

    @Override
    void run(Caller operator) {
        var successor = Optional.ofNullable(heir).map(id -> user(users, operator, id)).map(UserAccount::id);
        System.out.println(loginId + " " + states.delete(operator, user(users, operator, loginId).id(), successor).state());
    }
}
