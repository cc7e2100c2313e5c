package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserStates;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Deletes a user; what he is in charge of goes to another. */
@Service
@Command(scope = "fumikura", name = "user-delete", description = "Deletes a user")
public final class UserDeleteCommand extends UserCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserStates states;

    @Option(name = "--heir", description = "User ID of who takes over the records")
    @Nullable String heir;

    @Override
    void run(Caller operator, UserAccount user) {
        var successor = Optional.ofNullable(heir).map(id -> user(users, operator, id)).map(UserAccount::id);
        System.out.println(loginId + " " + states.delete(operator, user.id(), successor).state());
    }
}
