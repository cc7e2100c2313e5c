package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.OpenSessions;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignInStage;
import io.fumikura.account.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionCommandsTest {

    private final Two sessions = new Two();

    @Test
    void listsWhoIsSignedIn() throws Exception {
        var command = new SessionListCommand();
        command.sessions = sessions;
        assertThat(Shown.by(command)).contains(sessions.ids.get(0).toString(), sessions.ids.get(1).toString(), "佐倉 美咲", "192.0.2.1");

        command.user = "AOZORA-02";
        assertThat(Shown.by(command)).contains(sessions.ids.get(1).toString()).doesNotContain(sessions.ids.get(0).toString());
    }

    @Test
    void endsSessionsAndSaysWhichCouldNotBe() throws Exception {
        var command = new SessionEndCommand();
        command.sessions = sessions;
        command.ids = List.of("nonsense", UUID.randomUUID().toString(), sessions.ids.get(0).toString());

        assertThat(Shown.by(command)).contains("nonsense Invalid UUID", "is over", sessions.ids.get(0) + " ended");
        assertThat(sessions.ended).containsExactly(sessions.ids.get(0));
    }

    private static final class Two implements OpenSessions {

        private final List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        private final List<UUID> ended = new ArrayList<>();

        private OpenSession session(int number, String name) {
            Instant now = Instant.parse("2026-04-01T00:00:00Z");
            return new OpenSession(
                    ids.get(number - 1),
                    UserId.random(),
                    "aozora-0" + number,
                    name,
                    "aozora-0" + number + "@example.com",
                    "あおぞら商事",
                    new Client("192.0.2." + number, "Firefox"),
                    now,
                    now,
                    now.plusSeconds(60),
                    SignInStage.FULL,
                    false);
        }

        @Override
        public List<OpenSession> own(Caller caller) {
            return List.of();
        }

        @Override
        public List<OpenSession> all(Caller caller) {
            assertThat(caller.may(Permission.OPERATOR)).isTrue();
            return List.of(session(1, "佐倉 美咲"), session(2, "森川 健太"));
        }

        @Override
        public void end(Caller caller, UUID session) {
            if (!ids.contains(session)) {
                throw new PlatformException(Category.NOT_FOUND, "session.unknown", "This session is over.");
            }
            ended.add(session);
        }

        @Override
        public int endOthers(Caller caller) {
            return 0;
        }
    }
}
