package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.account.SecondFactors;
import io.fumikura.account.SecondFactors.Held;
import io.fumikura.people.UserAccount;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Lists what a user signs in with besides the password. */
@Service
@Command(scope = "fumikura", name = "factor-list", description = "Lists a user's authenticator app, passkeys and recovery codes")
public final class FactorListCommand extends UserCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    SecondFactors factors;

    @Override
    void run(Caller operator, UserAccount user) {
        Held held = factors.held(operator, user.id());
        var table = new ShellTable();
        table.column("Factor");
        table.column("Name");
        table.column("Since");
        table.column("Last used");
        held.totpSince().ifPresent(since -> table.addRow().addContent("authenticator app", "", since, ""));
        held.passkeys().forEach(passkey -> table.addRow()
                .addContent(
                        "passkey",
                        passkey.name(),
                        passkey.created(),
                        passkey.lastUsed().map(Object::toString).orElse("never")));
        table.print(System.out);
        System.out.println(held.recoveryCodes() + " recovery codes left");
    }
}
