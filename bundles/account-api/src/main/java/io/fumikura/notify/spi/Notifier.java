package io.fumikura.notify.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** Delivers messages to people, e.g. over SMTP. Called from several threads at the same time. */
@ConsumerType
public interface Notifier {

    /**
     * Hands a message over to a server that delivers it, and returns when that server has taken responsibility for it. Called on a thread of its
     * own, outside of transactions; when it takes longer than five minutes, the thread is interrupted and the message counts as {@link
     * NotifierException.Sort#DELAYED}.
     *
     * <p>After a crash or a connection lost at the last moment, the same message comes again with the same {@link Message#id()}, from which the
     * recipient's server can see that it is the same.
     *
     * @throws NotifierException when no server has taken it; its sort tells core what to do
     * @throws InterruptedException when the thread was interrupted
     */
    void send(Message message) throws NotifierException, InterruptedException;

    /** Where messages go, for operators, e.g. {@code smtp.example.com:587 (STARTTLS)}; English, without secrets. Does not connect. */
    String destination();
}
