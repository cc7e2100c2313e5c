package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Passkeys.Passkey;
import io.fumikura.account.Permission;
import io.fumikura.account.SecondFactors;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.people.Registration;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserForm;
import io.fumikura.people.UserPage;
import io.fumikura.people.UserQuery;
import io.fumikura.people.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactorCommandsTest {

    private static final Instant SINCE = Instant.parse("2026-04-01T00:00:00Z");

    private final UserId hanako = UserId.random();
    private final Lost factors = new Lost();

    private static String output(CompanyCommand command) throws Exception {
        command.company = "A15336";
        command.codes = (caller, code) -> TenantId.random();
        return Shown.by(command);
    }

    @Test
    void listsWhatAUserHas() throws Exception {
        var command = new FactorListCommand();
        command.users = new OneUser();
        command.factors = factors;
        command.loginId = "a1533601";

        assertThat(output(command)).contains("authenticator app", "passkey", "花子の電話", "never", "7 recovery codes left");
    }

    @Test
    void removesThemAsOperator() throws Exception {
        var command = new FactorResetCommand();
        command.users = new OneUser();
        command.factors = factors;
        command.loginId = "A1533601";

        assertThat(output(command)).contains("A1533601", "hanako@example.com");
        assertThat(factors.reset).containsExactly(hanako);
    }

    private final class OneUser implements UserDirectory {

        @Override
        public UserPage list(Caller caller, UserQuery query) {
            return new UserPage(List.of(show(caller, hanako)), 1, Optional.empty());
        }

        @Override
        public UserAccount show(Caller caller, UserId user) {
            return new UserAccount(
                    hanako, "A1533601", "花子", "hanako@example.com", List.of(), List.of(), Set.of(Permission.VIEWER), Locale.JAPANESE,
                    UserState.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH, 1, true);
        }

        @Override
        public Registration next(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public UserAccount create(Caller caller, Optional<String> loginId, UserForm form) {
            throw new AssertionError("not asked for");
        }

        @Override
        public UserAccount change(Caller caller, UserId user, long version, UserForm form) {
            throw new AssertionError("not asked for");
        }
    }

    private static final class Lost implements SecondFactors {

        private final List<UserId> reset = new ArrayList<>();

        @Override
        public Held held(Caller caller, UserId user) {
            return new Held(
                    Optional.of(SINCE), List.of(new Passkey(UUID.randomUUID(), "花子の電話", SINCE, Optional.empty())), 7);
        }

        @Override
        public void reset(Caller caller, UserId user) {
            assertThat(caller.permissions()).containsExactly(Permission.OPERATOR);
            reset.add(user);
        }

        @Override
        public State state(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void confirm(Caller caller, String secret) {
            throw new AssertionError("not asked for");
        }

        @Override
        public TotpSeed startTotp(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<String> addTotp(Caller caller, String code) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void removeTotp(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<String> renewRecoveryCodes(Caller caller) {
            throw new AssertionError("not asked for");
        }
    }
}
