package io.fumikura.notify.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** PID {@code io.fumikura.notify.smtp}; without {@code etc/io.fumikura.notify.smtp.cfg} no mail is sent. */
@ObjectClassDefinition(name = "Mails over SMTP")
@interface SmtpConfig {

    @AttributeDefinition(name = "Mail server", description = "Host name, e.g. smtp.example.com")
    String host();

    @AttributeDefinition(name = "Port", description = "Usually 587 for starttls, 465 for tls, 25 for none", min = "1", max = "65535")
    int port() default 587;

    @AttributeDefinition(
            name = "Encryption",
            options = {
                @Option(label = "STARTTLS, required", value = "starttls"),
                @Option(label = "STARTTLS where the server offers it", value = "starttls-if-offered"),
                @Option(label = "TLS from the start", value = "tls"),
                @Option(label = "None; for a relay on the same machine", value = "none")
            })
    String security() default "starttls";

    @AttributeDefinition(name = "User", description = "Empty for a server that asks for none. Needs starttls or tls, so that the password is never readable on the way")
    String user() default "";

    @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD, description = "Better in a file or in the environment")
    String password() default "";

    @AttributeDefinition(name = "File that holds the password", description = "Read anew for each connection; blanks and line ends around it are ignored")
    String password_file() default "";

    @AttributeDefinition(name = "Environment variable that holds the password")
    String password_env() default "";

    @AttributeDefinition(name = "Sender's address", description = "Must be one that the server lets this user send from")
    String from();

    @AttributeDefinition(name = "Sender's name")
    String from_name() default "Fumikura";

    @AttributeDefinition(name = "Address for replies", description = "Empty for the sender's")
    String reply_to() default "";

    @AttributeDefinition(name = "File of trusted certificates", description = "PEM; instead of the authorities that Java trusts")
    String trust() default "";

    @AttributeDefinition(name = "Own host name", description = "For the greeting (EHLO); empty for the machine's")
    String helo() default "";

    @AttributeDefinition(name = "Longest time for a connection, in seconds", min = "1", max = "120")
    int connect_seconds() default 20;

    @AttributeDefinition(name = "Longest wait for an answer, in seconds", min = "1", max = "600")
    int answer_seconds() default 60;
}
