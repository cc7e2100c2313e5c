package io.fumikura.core.internal.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.fumikura.core.mail}. */
@ObjectClassDefinition(name = "Sending of mails")
public @interface MailConfig {

    @AttributeDefinition(name = "Mails handed over at once")
    int workers() default 2;

    @AttributeDefinition(
            name = "Days after which a mail that no server takes is put aside",
            description = "Counted from its first try, so never while no notifier is installed")
    int park_days() default 5;

    @AttributeDefinition(
            name = "Days for which mails that were sent or put aside are kept",
            description = "0 keeps them for ever; what was done with them stays in the history in any case")
    int keep_days() default 366;

    @AttributeDefinition(name = "Longest pause in seconds between tries while the mail server can't be reached")
    int longest_outage_pause_seconds() default 300;

    @AttributeDefinition(name = "Longest pause in seconds between tries of a mail that the server takes later")
    int longest_delay_seconds() default 3_600;
}
