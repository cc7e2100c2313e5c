package io.fumikura.notify.smtp;

import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The configuration, checked. */
record Settings(
        String host,
        int port,
        Security security,
        String user,
        Password password,
        Recipient from,
        String fromName,
        String replyTo,
        String trust,
        String helo,
        int connectSeconds,
        int answerSeconds) {

    enum Security {
        STARTTLS("starttls", "STARTTLS"),
        STARTTLS_IF_OFFERED("starttls-if-offered", "STARTTLS where offered"),
        TLS("tls", "TLS"),
        NONE("none", "not encrypted");

        private final String value;
        private final String text;

        Security(String value, String text) {
            this.value = value;
            this.text = text;
        }

        private static Security of(String value) {
            return Stream.of(values())
                    .filter(one -> one.value.equals(value))
                    .findFirst()
                    .orElseThrow(() -> wrong("security", "starttls, starttls-if-offered, tls or none"));
        }
    }

    /** Where the password stands. */
    record Password(String value, String file, String variable) {

        private boolean isGiven() {
            return !(value + file + variable).isEmpty();
        }

        /** @throws IOException when the file can't be read; the message names it */
        String read() throws IOException {
            if (!file.isEmpty()) {
                try {
                    return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
                } catch (IOException e) {
                    throw new IOException("The file of the mail server's password, " + file + ", can't be read.", e);
                }
            }
            if (!variable.isEmpty()) {
                String found = System.getenv(variable);
                if (found == null) {
                    throw new IOException("The environment variable " + variable + " for the mail server's password is not set.");
                }
                return found;
            }
            return value;
        }

        @Override
        public String toString() {
            return "password";
        }
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Settings of(SmtpConfig config) {
        String host = host(config.host());
        check(config.port() >= 1 && config.port() <= 65_535, "port", "from 1 to 65535");
        Security security = Security.of(text(config.security()));
        var password = new Password(
                config.password() == null ? "" : config.password(), text(config.password_file()), text(config.password_env()));
        String user = line("user", config.user());
        check(user.isEmpty() || password.isGiven(), "user", "given together with password, password.file or password.env");
        check(
                user.isEmpty() || security == Security.STARTTLS || security == Security.TLS,
                "security",
                "starttls or tls when there is a user, so that the password can't be read on the way");
        check(config.connect_seconds() >= 1 && config.connect_seconds() <= 120, "connect.seconds", "from 1 to 120");
        check(config.answer_seconds() >= 1 && config.answer_seconds() <= 600, "answer.seconds", "from 1 to 600");
        String replyTo = text(config.reply_to());
        return new Settings(
                host,
                config.port(),
                security,
                user,
                password,
                address("from", config.from()),
                line("from.name", config.from_name()),
                replyTo.isEmpty() ? "" : address("reply.to", replyTo).address(),
                text(config.trust()),
                line("helo", config.helo()),
                config.connect_seconds(),
                config.answer_seconds());
    }

    String destination() {
        return host + ":" + port + " (" + security.text + ")";
    }

    private static String host(String value) {
        try {
            String ascii = IDN.toASCII(text(value));
            check(ascii.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+"), "host", "the name of the mail server");
            return ascii;
        } catch (IllegalArgumentException e) {
            throw wrong("host", "the name of the mail server");
        }
    }

    private static Recipient address(String setting, String value) {
        String address = text(value);
        check(address.matches("[^\\s@<>,;:\"()\\p{Cntrl}]+@[^\\s@<>,;:\"()\\p{Cntrl}]+"), setting, "a mail address without a name");
        try {
            return Recipient.of(address);
        } catch (IllegalArgumentException e) {
            throw wrong(setting, "a mail address without a name");
        }
    }

    private static String line(String setting, String value) {
        String text = text(value);
        check(text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029), setting, "one line");
        return text;
    }

    /** Values that are missing altogether come as null. */
    @SuppressWarnings("NullAway")
    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static void check(boolean good, String setting, String rule) {
        if (!good) {
            throw wrong(setting, rule);
        }
    }

    private static IllegalArgumentException wrong(String setting, String rule) {
        return new IllegalArgumentException("\"" + setting + "\" in etc/io.fumikura.notify.smtp.cfg must be " + rule + ".");
    }
}
