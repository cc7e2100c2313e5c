package io.fumikura.core.internal.mail;

import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.Notifier;
import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is given; answers as the test says. */
final class ScriptedNotifier implements Notifier {

    final List<Message> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile Sort answer;
    volatile RuntimeException broken;
    volatile CountDownLatch hold;

    @Override
    public void send(Message message) throws NotifierException, InterruptedException {
        // Read before it is known that somebody asked: the test may change them then.
        Sort sort = answer;
        RuntimeException mistake = broken;
        CountDownLatch waiting = hold;
        asked.incrementAndGet();
        if (waiting != null) {
            waiting.await();
        }
        if (mistake != null) {
            throw mistake;
        }
        if (sort != null) {
            throw new NotifierException(sort, "550 said the server", null);
        }
        taken.add(message);
    }

    @Override
    public String destination() {
        return "smtp.example.com:587 (STARTTLS)";
    }
}
