package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserStates;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Opens an account that is locked. */
@Service
@Command(scope = "fumikura", name = "user-unlock", description = "Lets a locked user in again")
public final class UserUnlockCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserDirectory users;

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserStates states;

    @Argument(name = "id", description = "User ID", required = true)
    String loginId = "";

    @Override
    void run(Caller operator) {
        System.out.println(loginId + " " + states.unlock(operator, user(users, operator, loginId).id()).state());
    }
}
