package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import io.fumikura.document.DefaultRights;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordRights;
import io.fumikura.document.RecordSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessCommandsTest {

    private static final UUID HANAKO = new UUID(1, 1);

    private final TenantId tenant = TenantId.random();
    private final RecordId id = RecordId.random();
    private final OneRecord record = new OneRecord();

    private String output(CompanyCommand command) throws Exception {
        command.company = "A15336";
        command.codes = (caller, code) -> tenant;
        return Shown.by(command);
    }

    private AccessSetCommand set() {
        var command = new AccessSetCommand();
        command.rights = record;
        command.record = id.toString();
        return command;
    }

    @Test
    void showsWhoMaySeeARecord() throws Exception {
        var command = new AccessShowCommand();
        command.rights = record;
        command.record = id.toString();
        assertThat(output(command)).contains("契約.pdf", "everyone", "NONE", "owning group", "EDIT", "user 花子", "VIEW", "default rights");
    }

    @Test
    void leavesAsTheyAreWhatIsNotGiven() throws Exception {
        AccessSetCommand command = set();
        command.everyone = "view";
        output(command);
        assertThat(record.rights)
                .isEqualTo(new AccessRights(
                        AccessLevel.VIEW, AccessLevel.EDIT, List.of(new Grant(Grantee.USER, HANAKO, AccessLevel.VIEW))));

        command.everyone = null;
        command.nobodyElse = true;
        output(command);
        assertThat(record.rights).isEqualTo(new AccessRights(AccessLevel.VIEW, AccessLevel.EDIT, List.of()));
    }

    /** Rules of version 7 that are being applied, or not yet. */
    private static final class Defaults implements DefaultRights {

        private final List<Long> applied = new ArrayList<>();

        @Override
        public Rules get(Caller caller) {
            return new Rules(List.of(), Map.of(), 7);
        }

        @Override
        public Rules replace(Caller caller, long version, List<Rule> rules) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Application application(Caller caller) {
            return new Application(
                    12, applied.isEmpty() ? Optional.empty() : Optional.of(new Run(Instant.EPOCH, caller.name(), Optional.empty(), false, 12, 5, 3)));
        }

        @Override
        public Application apply(Caller caller, long version) {
            assertThat(caller.may(Permission.TENANT_ADMINISTRATOR)).isTrue();
            applied.add(version);
            return application(caller);
        }
    }

    @Test
    void appliesTheDefaultRightsAndTellsHowFarThatHasCome() throws Exception {
        var defaults = new Defaults();
        var command = new AccessApplyCommand();
        command.defaults = defaults;
        command.show = true;
        assertThat(output(command)).contains("12 records", "never applied");
        assertThat(defaults.applied).isEmpty();

        command.show = false;
        assertThat(output(command)).contains("Being applied", "5 of 12 records, 3 changed");
        assertThat(defaults.applied).containsExactly(7L);
    }

    @Test
    void saysWhatIsWrongWithAnArgument() {
        AccessSetCommand command = set();
        command.everyone = "all";
        assertThatThrownBy(() -> output(command)).hasMessage("Access is none, view or edit, not all.");
        command.everyone = null;
        command.persons = List.of("A1533601");
        assertThatThrownBy(() -> output(command)).hasMessageContaining("A1533601=view");
    }

    private final class OneRecord implements RecordRights {

        private AccessRights rights = new AccessRights(
                AccessLevel.NONE, AccessLevel.EDIT, List.of(new Grant(Grantee.USER, HANAKO, AccessLevel.VIEW)));

        @Override
        public Shown get(Caller caller, RecordId wanted) {
            assertThat(caller.tenant()).isEqualTo(tenant);
            assertThat(caller.permissions()).contains(Permission.TENANT_ADMINISTRATOR);
            assertThat(wanted).isEqualTo(id);
            var summary = new RecordSummary(
                    id, Optional.of("contracts"), Optional.of(1L), Optional.empty(), "契約.pdf", "application/pdf", 3, 7, InputState.COMPLETE, 1,
                    null, Map.of(), Optional.empty(), "", Optional.empty(), "", List.of(), Instant.EPOCH, true);
            return new Shown(summary, rights, Map.of(HANAKO, "花子"), true, true);
        }

        @Override
        public Shown change(Caller caller, RecordId wanted, long version, AccessRights asked) {
            assertThat(version).isEqualTo(7);
            rights = asked;
            return get(caller, wanted);
        }
    }
}
