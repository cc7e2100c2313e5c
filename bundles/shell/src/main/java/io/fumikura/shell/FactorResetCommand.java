package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.account.SecondFactors;
import io.fumikura.people.UserAccount;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Helps whoever lost the second factor; the user is told by mail. */
@Service
@Command(
        scope = "fumikura",
        name = "factor-reset",
        description = "Removes a user's authenticator app, passkeys and recovery codes, and tells the user by mail")
public final class FactorResetCommand extends UserCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    SecondFactors factors;

    @Override
    void run(Caller operator, UserAccount user) {
        factors.reset(operator, user.id());
        System.out.println("The second factors of " + user.loginId() + " are removed; " + user.mail() + " is told.");
    }
}
