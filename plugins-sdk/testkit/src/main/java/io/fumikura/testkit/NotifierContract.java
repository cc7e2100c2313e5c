package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.Notifier;
import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} must keep, tried against a server of the test's own. */
public abstract class NotifierContract {

    /** What a recipient got. Lines of the text end with {@code \n}. */
    public record Delivered(String to, String subject, String text) {}

    /** A notifier whose server takes messages. */
    protected abstract Notifier notifier() throws Exception;

    /** What that server has taken in this test. */
    protected abstract List<Delivered> delivered() throws Exception;

    /** A notifier whose server is not there. */
    protected abstract Notifier away() throws Exception;

    /** An address that the server refuses for good. */
    protected abstract String refused();

    /** An address that the server refuses for the moment. */
    protected abstract String delayed();

    /** What must never be shown, e.g. the password. */
    protected abstract String secret();

    protected static Message message(String to, String subject, String text) {
        return new Message(UUID.randomUUID() + ".0", to, Locale.JAPANESE, subject, text);
    }

    @Test
    void deliversWhatWasWritten() throws Exception {
        String subject = "【文蔵】" + "長い件名の確認をお願いいたします。".repeat(12) + "𠮷野家 😀 <Tom & \"Jerry\">";
        String text = "佐倉 美咲 様\n\n.\n..two dots\nFrom here on\n" + "長い行".repeat(700) + "\n\ttab 𠮷 😀 ﾊﾝｶｸ ①㈱\n";
        notifier().send(message("sakura@example.com", subject, text));
        assertThat(delivered()).containsExactly(new Delivered("sakura@example.com", subject, text));
    }

    @Test
    void deliversFromSeveralThreads() throws Exception {
        Notifier notifier = notifier();
        Together.run(i -> {
            for (int n = 0; n < 5; n++) {
                notifier.send(message("reader-" + i + "@example.com", "Mail " + n, "Text " + n + "\n"));
            }
            return i;
        });
        assertThat(delivered()).hasSize(Together.THREADS * 5).doesNotHaveDuplicates();
    }

    @Test
    void deliversAgainWhatComesAgain() throws Exception {
        Message message = message("sakura@example.com", "Once more", "Text\n");
        notifier().send(message);
        notifier().send(message);
        assertThat(delivered()).hasSize(2);
    }

    @Test
    void goesOnAfterARefusedRecipient() throws Exception {
        Notifier notifier = notifier();
        assertThatThrownBy(() -> notifier.send(message(refused(), "Refused", "Text\n")))
                .isInstanceOfSatisfying(NotifierException.class, e -> assertThat(e.sort()).isEqualTo(Sort.REFUSED));
        assertThatThrownBy(() -> notifier.send(message(delayed(), "Delayed", "Text\n")))
                .isInstanceOfSatisfying(NotifierException.class, e -> assertThat(e.sort()).isEqualTo(Sort.DELAYED));
        notifier.send(message("sakura@example.com", "Taken", "Text\n"));
        assertThat(delivered()).extracting(Delivered::subject).containsExactly("Taken");
    }

    @Test
    void saysThatTheServerIsAway() throws Exception {
        Notifier away = away();
        assertThatThrownBy(() -> away.send(message("sakura@example.com", "Subject", "Text\n")))
                .isInstanceOfSatisfying(NotifierException.class, e -> {
                    assertThat(e.sort()).isEqualTo(Sort.UNREACHABLE);
                    assertThat(e.getMessage()).isNotBlank().hasLineCount(1).doesNotContain(secret());
                });
    }

    @Test
    void tellsItsDestinationWithoutSecrets() throws Exception {
        for (Notifier notifier : List.of(notifier(), away())) {
            assertThat(notifier.destination()).isNotBlank().hasLineCount(1).hasSizeLessThan(200).doesNotContain(secret());
        }
    }
}
