package io.fumikura.shell;

import io.fumikura.account.PlatformException;
import io.fumikura.mail.Mail;
import io.fumikura.mail.MailDetail;
import io.fumikura.mail.MailQueue;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows a mail with its text; that it was read is written into the history. */
@Service
@Command(scope = "fumikura", name = "mail-show", description = "Shows a mail with its text")
public final class MailShowCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    MailQueue queue;

    @Argument(name = "id", description = "From fumikura:mail-list", required = true)
    String id = "";

    @Override
    public @Nullable Object execute() {
        try {
            print(queue.show(Console.operator(), UUID.fromString(id)));
        } catch (PlatformException | IllegalArgumentException e) {
            System.out.println(id + " " + e.getMessage());
        }
        return null;
    }

    private static void print(MailDetail detail) {
        Mail mail = detail.mail();
        line("State", mail.state());
        line("Company", mail.tenantName());
        line("Recipient", mail.to());
        line("Subject", mail.subject());
        line("Created", mail.created());
        mail.sent().ifPresent(sent -> line("Sent", sent));
        mail.next().ifPresent(next -> line("Next try", next));
        line("Failed tries", mail.attempts());
        mail.reason().ifPresent(reason -> line("Reason", reason));
        System.out.println();
        System.out.println(detail.text().orElse("(The text was secret and was erased when the mail was sent.)"));
    }

    private static void line(String name, Object value) {
        System.out.printf("%-13s %s%n", name, value);
    }
}
