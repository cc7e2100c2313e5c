package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.Registration;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserFiles;
import io.fumikura.people.UserForm;
import io.fumikura.people.UserPage;
import io.fumikura.people.UserQuery;
import io.fumikura.people.UserState;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandsTest {

    private final TenantId tenant = TenantId.random();
    private final OneUser users = new OneUser();

    private String output(CompanyCommand command) throws Exception {
        command.company = "A15336";
        command.codes = (caller, code) -> {
            assertThat(caller.permissions()).containsExactly(Permission.OPERATOR);
            assertThat(code).isEqualTo("A15336");
            return tenant;
        };
        return Shown.by(command);
    }

    @Test
    void listsTheUsersOfOneCompany() throws Exception {
        var command = new UserListCommand();
        command.users = users;
        command.state = "locked";
        assertThat(output(command)).contains("A1533601", "LOCKED", "花子", "本社/営業部");
        assertThat(users.asked.state()).contains(UserState.LOCKED);
    }

    @Test
    void registersAUserWithGroupsAndPermissionsByName() throws Exception {
        var command = new UserCreateCommand();
        command.users = users;
        var group = new GroupId(UUID.randomUUID());
        command.groups = new ListedGroups(List.of(new Group(group, Optional.empty(), "営業部", List.of("本社", "営業部"), 0, 1, true)));
        command.name = "花子";
        command.mail = "hanako@example.com";
        command.paths = List.of("本社/営業部");
        command.permissions = List.of("viewer", "group-administrator");
        assertThat(output(command)).contains("A1533601 is registered");
        assertThat(users.form.groups()).containsExactly(group);
        assertThat(users.form.permissions()).containsExactlyInAnyOrder(Permission.VIEWER, Permission.GROUP_ADMINISTRATOR);

        command.paths = List.of("支社");
        assertThatThrownBy(() -> output(command)).hasMessageContaining("支社");
    }

    @Test
    void tellsWhatIsWrongWithAFile(@TempDir Path folder) throws Exception {
        var command = new UserImportCommand();
        command.files = new OneProblem();
        command.file = Files.writeString(folder.resolve("users.csv"), "氏名,メール\n").toString();
        assertThat(output(command)).contains("row 3, メール, \"x\": No address.", "Nobody was registered.");
    }

    private final class OneUser implements UserDirectory {
        private UserQuery asked = UserQuery.ALL;
        private UserForm form = new UserForm("", "", List.of(), List.of(), Set.of(), Locale.JAPANESE);

        private UserAccount user(Caller caller) {
            assertThat(caller.tenant()).isEqualTo(tenant);
            return new UserAccount(
                    new UserId(new UUID(1, 1)), "A1533601", "花子", "hanako@example.com", List.of(),
                    List.of(new UserAccount.Place(new GroupId(new UUID(2, 2)), List.of("本社", "営業部"))), Set.of(Permission.VIEWER),
                    Locale.JAPANESE, UserState.LOCKED, Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH, 1, true);
        }

        @Override
        public UserPage list(Caller caller, UserQuery query) {
            asked = query;
            return new UserPage(List.of(user(caller)), 1, Optional.empty());
        }

        @Override
        public UserAccount show(Caller caller, UserId user) {
            return user(caller);
        }

        @Override
        public Registration next(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public UserAccount create(Caller caller, Optional<String> loginId, UserForm wanted) {
            form = wanted;
            return user(caller);
        }

        @Override
        public UserAccount change(Caller caller, UserId user, long version, UserForm wanted) {
            throw new AssertionError("not asked for");
        }
    }

    private record ListedGroups(List<Group> all) implements io.fumikura.people.Groups {

        @Override
        public List<Group> list(Caller caller, String part) {
            return all;
        }

        @Override
        public Group create(Caller caller, Optional<GroupId> parent, String name) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Group rename(Caller caller, GroupId group, long version, String name) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Group move(Caller caller, GroupId group, long version, Optional<GroupId> parent) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void delete(Caller caller, GroupId group, Optional<GroupId> heir) {
            throw new AssertionError("not asked for");
        }
    }

    private static final class OneProblem implements UserFiles {

        @Override
        public String template(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public String export(Caller caller) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Report load(Caller caller, InputStream data, boolean dryRun) {
            return new Report(2, false, List.of(new Problem(3, "メール", "x", "mail.address", "No address.")));
        }
    }
}
