package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserStates;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Opens an account that is locked. */
@Service
@Command(scope = "fumikura", name = "user-unlock", description = "Lets a locked user in again")
public final class UserUnlockCommand extends UserCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserStates states;

    @Override
    void run(Caller operator, UserAccount user) {
        System.out.println(loginId + " " + states.unlock(operator, user.id()).state());
    }
}
