package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.mail.Mail;
import io.fumikura.mail.MailDetail;
import io.fumikura.mail.MailDetail.TextState;
import io.fumikura.mail.MailPage;
import io.fumikura.mail.MailQuery;
import io.fumikura.mail.MailQueue;
import io.fumikura.mail.MailState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailCommandsTest {

    private final UUID id = UUID.randomUUID();
    private final OneMail queue = new OneMail();

    @Test
    void listsMailsWithTheirReasons() throws Exception {
        var command = new MailListCommand();
        command.queue = queue;
        command.state = "parked";
        assertThat(Shown.by(command))
                .contains(id.toString(), "PARKED", "nobody@example.com", "お知らせ", "no such user")
                .contains("No notifier is set up");
        assertThat(queue.asked.state()).contains(MailState.PARKED);
    }

    @Test
    void showsAMailWithItsText() throws Exception {
        var command = new MailShowCommand();
        command.queue = queue;
        command.id = id.toString();
        assertThat(Shown.by(command)).contains("nobody@example.com", "本文です");
    }

    @Test
    void saysWhatIsWrongInsteadOfFailing() throws Exception {
        var show = new MailShowCommand();
        show.queue = queue;
        show.id = "xyz";
        assertThat(Shown.by(show)).startsWith("xyz ");
        var list = new MailListCommand();
        list.queue = queue;
        list.state = "lost";
        assertThat(Shown.by(list)).contains("queued, sending, sent or parked");
    }

    @Test
    void goesOnWithTheNextMailAfterOneThatCannotBeSent() throws Exception {
        var command = new MailRetryCommand();
        command.queue = queue;
        String unknown = UUID.randomUUID().toString();
        command.ids = List.of("x", unknown, id.toString());
        assertThat(Shown.by(command)).contains(unknown + " There is no such mail.", id + " QUEUED");
    }

    private final class OneMail implements MailQueue {
        private MailQuery asked = new MailQuery(Optional.empty(), "", Optional.empty(), 1);

        private Mail mail(MailState state) {
            return new Mail(
                    id, Optional.empty(), "", "nobody@example.com", Locale.JAPANESE, "test-mail", "お知らせ", state, 1,
                    Optional.of("no such user"), Instant.EPOCH, Optional.empty(), Optional.empty(), false);
        }

        private void check(Caller caller) {
            assertThat(caller.permissions()).containsExactly(Permission.OPERATOR);
        }

        @Override
        public MailPage list(Caller caller, MailQuery query) {
            check(caller);
            asked = query;
            return new MailPage(List.of(mail(MailState.PARKED)), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
        }

        @Override
        public MailDetail show(Caller caller, UUID mail) {
            check(caller);
            return new MailDetail(mail(MailState.PARKED), TextState.SHOWN, Optional.of("本文です"));
        }

        @Override
        public Mail retry(Caller caller, UUID mail) {
            check(caller);
            if (!mail.equals(id)) {
                throw new PlatformException(Category.NOT_FOUND, "mail.unknown", "There is no such mail.");
            }
            return mail(MailState.QUEUED);
        }

        @Override
        public Mail park(Caller caller, UUID mail) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Mail sendTest(Caller caller) {
            throw new AssertionError("not asked for");
        }
    }
}
