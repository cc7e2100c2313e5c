package io.fumikura.shell;

import io.fumikura.account.PlatformException;
import io.fumikura.mail.MailQueue;
import java.util.List;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Sends mails now: those that were put aside, wait, or once more those that were sent. */
@Service
@Command(scope = "fumikura", name = "mail-retry", description = "Sends mails again")
public final class MailRetryCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    MailQueue queue;

    @Argument(name = "ids", description = "From fumikura:mail-list", required = true, multiValued = true)
    List<String> ids = List.of();

    @Override
    public @Nullable Object execute() {
        for (String id : ids) {
            try {
                System.out.println(id + " " + queue.retry(Console.operator(), UUID.fromString(id)).state());
            } catch (PlatformException | IllegalArgumentException e) {
                System.out.println(id + " " + e.getMessage());
            }
        }
        return null;
    }
}
