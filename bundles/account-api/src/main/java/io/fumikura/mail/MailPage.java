package io.fumikura.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some mails.
 *
 * @param next cursor of the following page; empty at the end
 * @param counts mails that the caller may see, by state; sent ones are not counted
 * @param notifier where mails go; empty while no notifier is installed and mails wait
 * @param trouble English, why no mail can be sent at the moment; empty when all is well
 */
public record MailPage(
        List<Mail> mails,
        Optional<String> next,
        Map<MailState, Long> counts,
        Optional<String> notifier,
        Optional<String> trouble) {

    public MailPage {
        mails = List.copyOf(mails);
        counts = Map.copyOf(counts);
    }
}
