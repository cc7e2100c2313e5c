package io.fumikura.shell;

import io.fumikura.account.OpenSessions;
import io.fumikura.account.OpenSessions.OpenSession;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists who is signed in, the most recently used session first. */
@Service
@Command(scope = "fumikura", name = "session-list", description = "Lists who is signed in")
public final class SessionListCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    OpenSessions sessions;

    @Option(name = "--user", description = "Part of the user ID, name or mail address")
    String user = "";

    @Override
    public @Nullable Object execute() {
        var table = new ShellTable();
        table.column("ID");
        table.column("User ID");
        table.column("Name");
        table.column("Company");
        table.column("Stage");
        table.column("Signed in");
        table.column("Last used");
        table.column("Address");
        sessions.all(Console.operator()).stream().filter(this::isWanted).forEach(session -> table.addRow()
                .addContent(
                        session.id(),
                        session.loginId(),
                        session.name(),
                        session.tenantName(),
                        session.stage(),
                        session.created(),
                        session.seen(),
                        session.client().address()));
        table.print(System.out);
        return null;
    }

    private boolean isWanted(OpenSession session) {
        String part = user.toLowerCase(Locale.ROOT);
        return (session.loginId() + "\n" + session.name() + "\n" + session.mail()).toLowerCase(Locale.ROOT).contains(part);
    }
}
