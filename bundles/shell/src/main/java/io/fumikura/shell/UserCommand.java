package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command about one user of a company. */
abstract class UserCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserDirectory users;

    @Argument(name = "id", description = "User ID", required = true)
    String loginId = "";

    @Override
    final void run(Caller operator) throws Exception {
        run(operator, user(users, operator, loginId));
    }

    abstract void run(Caller operator, UserAccount user) throws Exception;
}
