package io.fumikura.shell;

import io.fumikura.mail.Mail;
import io.fumikura.mail.MailPage;
import io.fumikura.mail.MailQuery;
import io.fumikura.mail.MailQueue;
import io.fumikura.mail.MailState;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists mails, newest first. */
@Service
@Command(scope = "fumikura", name = "mail-list", description = "Lists mails, newest first")
public final class MailListCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    MailQueue queue;

    @Option(name = "--state", description = "queued, sending, sent or parked")
    @Nullable String state;

    @Option(name = "--recipient", description = "Part of the recipient's address")
    String recipient = "";

    @Option(name = "--limit", description = "At most so many, up to 200")
    int limit = 50;

    @Override
    public @Nullable Object execute() {
        if (state != null && !state.toLowerCase(Locale.ROOT).matches("queued|sending|sent|parked")) {
            System.out.println("--state is queued, sending, sent or parked.");
            return null;
        }
        Optional<MailState> wanted = Optional.ofNullable(state).map(text -> MailState.valueOf(text.toUpperCase(Locale.ROOT)));
        MailPage page = queue.list(Console.operator(), new MailQuery(wanted, recipient, Optional.empty(), limit));
        var table = new ShellTable();
        table.column("ID");
        table.column("State");
        table.column("Created");
        table.column("Recipient");
        table.column("Subject");
        table.column("Reason");
        for (Mail mail : page.mails()) {
            table.addRow()
                    .addContent(mail.id(), mail.state(), mail.created(), mail.to(), mail.subject(), mail.reason().orElse(""));
        }
        table.print(System.out);
        System.out.println(page.notifier()
                .map(notifier -> "Mails go to " + notifier + ".")
                .orElse("No notifier is set up; mails wait. For SMTP write etc/io.fumikura.notify.smtp.cfg."));
        page.trouble().ifPresent(trouble -> System.out.println("Mails can't be sent at the moment: " + trouble));
        return null;
    }
}
