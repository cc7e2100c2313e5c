package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.NodeName;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.notify.spi.Notifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that send mails: at once when one was put or a notifier came, otherwise they look once a second. While there is no notifier or the
 * mail server can't be reached, they leave the database alone.
 */
@Component(service = MailSender.class, configurationPid = "io.fumikura.core.mail")
@Designate(ocd = MailConfig.class)
public final class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long TAKE_OVER_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long FORGET_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Transactions transactions;
    private final Plugins plugins;
    private final MailTimes times;
    private final MailTable table;
    private final Outage outage;
    private final Delivery delivery;
    private final PluginCalls calls = new PluginCalls();
    private final List<Thread> workers = new ArrayList<>();
    private final List<AutoCloseable> listening;
    private final Object bell = new Object();
    private long rings;
    private volatile boolean closed;
    private boolean started;
    private long tookOver;
    private long forgot;

    @Activate
    public MailSender(
            @Reference Transactions transactions,
            @Reference Secrets secrets,
            @Reference Plugins plugins,
            @Reference Mails mails,
            MailConfig config) {
        this(
                transactions,
                secrets,
                plugins,
                mails,
                NodeName.of(DataFolder.path()),
                Math.max(1, config.workers()),
                MailTimes.of(config));
    }

    MailSender(
            Transactions transactions,
            Secrets secrets,
            Plugins plugins,
            Mails mails,
            String node,
            int size,
            MailTimes times) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.times = times;
        table = new MailTable(node);
        outage = new Outage(Clock.systemUTC(), times.outage());
        delivery = new Delivery(transactions, secrets, calls, outage, times);
        listening = List.of(mails.onPut(this::wake), plugins.onChange(this::tryNow));
        for (int i = 0; i < size; i++) {
            workers.add(new Thread(this::work, "fumikura-mail-" + (i + 1)));
        }
        workers.forEach(Thread::start);
    }

    /** Waits for those who send, which give up as soon as {@link PluginCalls} is closed; their threads are not interrupted elsewhere. */
    @Deactivate
    public void close() throws Exception {
        closed = true;
        for (AutoCloseable one : listening) {
            one.close();
        }
        calls.close();
        wake();
        for (Thread worker : workers) {
            worker.join(10_000);
        }
    }

    /** There may be something to send. */
    void wake() {
        synchronized (bell) {
            rings++;
            bell.notifyAll();
        }
    }

    /** Tries again without waiting for the end of a pause. */
    void tryNow() {
        outage.tryNow();
        wake();
    }

    /** Where mails go; empty while no notifier is installed. */
    Optional<String> destination() {
        return notifier().flatMap(plugin -> plugin.lease().map(notifier -> {
            try {
                return notifier.destination();
            } catch (RuntimeException e) {
                return plugin.name();
            } finally {
                plugin.release(notifier);
            }
        }));
    }

    /** Why no mail can be sent at the moment; empty when all is well as far as is known. */
    Optional<String> trouble() {
        return outage.reason();
    }

    private Optional<Plugin<Notifier>> notifier() {
        return plugins.notifiers().all().stream().findFirst();
    }

    private void work() {
        boolean away = false;
        while (!closed) {
            long heard = rings();
            try {
                tend();
                if (!sendOne()) {
                    pause(heard);
                }
                away = false;
            } catch (RuntimeException | Error e) {
                if (!away && !closed) {
                    LOG.warn("Mails can't be sent at the moment ({}); it is tried again each second.", e.getMessage());
                    LOG.debug("Cause", e);
                }
                away = true;
                pause(heard);
            }
        }
    }

    /** @return whether there was one to send */
    private boolean sendOne() {
        Optional<Plugin<Notifier>> notifier = notifier();
        if (closed || notifier.isEmpty() || !outage.remaining().isZero()) {
            return false;
        }
        Optional<ClaimedMail> mail = transactions.read(table::claim);
        mail.ifPresent(claimed -> delivery.send(claimed, notifier.get()));
        return mail.isPresent();
    }

    /** Takes over what other senders left behind, and forgets what is old. */
    private synchronized void tend() {
        if (!started) {
            transactions.relaxed(table::takeOverOwn);
            started = true;
        }
        if (System.nanoTime() - tookOver > TAKE_OVER_NANOS || tookOver == 0) {
            tookOver = System.nanoTime();
            transactions.relaxed(MailTable::takeOverExpired);
        }
        if (!times.keep().isZero() && (System.nanoTime() - forgot > FORGET_NANOS || forgot == 0)) {
            forgot = System.nanoTime();
            transactions.relaxed(entities -> MailTable.forget(entities, MailTable.now().minus(times.keep())));
        }
    }

    private long rings() {
        synchronized (bell) {
            return rings;
        }
    }

    /** A second, or until the bell rings; not at all when it rang since it was last listened to. */
    private void pause(long heard) {
        synchronized (bell) {
            try {
                if (rings == heard && !closed) {
                    bell.wait(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }
}
