package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.history.HistoryExport;
import io.fumikura.history.HistoryReader.Log;
import io.fumikura.history.HistoryVerification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandsTest {

    private final String tenant = UUID.randomUUID().toString();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private void run(Action command) throws Exception {
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            command.execute();
        } finally {
            System.setOut(before);
        }
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aGoodHistoryIsReportedAfterItWasRead() throws Exception {
        var command = new HistoryVerifyCommand();
        command.verification = new Fixed(HistoryVerification.State.GOOD);
        run(command);
        assertThat(output())
                .contains("GOOD: 25 entries, 0 findings", tenant + " 甲社: 25 entries, good, last good anchor: seal 3 of", "over 20 entries");
    }

    @Test
    void anAlteredHistoryFailsTheCommandWithTheFirstBadEntry() {
        var command = new HistoryVerifyCommand();
        command.verification = new Fixed(HistoryVerification.State.BAD);
        command.tenant = tenant;
        assertThatThrownBy(() -> run(command)).hasMessageContaining("not as it was written");
        assertThat(output()).contains("first bad entry 13", "entry.altered in " + tenant + " at 13: altered");
    }

    @Test
    void sealsNow() throws Exception {
        var command = new HistorySealCommand();
        command.verification = new Fixed(HistoryVerification.State.GOOD);
        run(command);
        assertThat(output()).contains("Seal 4 is made.");
    }

    @Test
    void exportsIntoANewFileOnly(@TempDir Path folder) throws Exception {
        var command = new HistoryExportCommand();
        command.export = new HistoryExport() {
            @Override
            public void all(Caller caller, Log log, OutputStream to) throws IOException {
                assertThat(caller.tenant()).hasToString(tenant);
                to.write(log.name().getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public void heads(Caller caller, Log log, OutputStream to) {
                throw new AssertionError("not asked for");
            }
        };
        command.tenant = tenant;
        command.file = folder.resolve("history.zip").toString();
        run(command);
        assertThat(Files.readString(folder.resolve("history.zip"))).isEqualTo("TENANT");
        assertThatThrownBy(() -> run(command)).isInstanceOf(FileAlreadyExistsException.class);
    }

    /** Runs at the first look, ends at the second. */
    private final class Fixed implements HistoryVerification {
        private final State end;

        Fixed(State end) {
            this.end = end;
        }

        @Override
        public Report start(Caller caller, Scope scope, boolean files) {
            assertThat(caller.may(Permission.OPERATOR)).isTrue();
            assertThat(scope).isEqualTo(caller.may(Permission.AUDITOR) ? Scope.TENANT : Scope.ALL);
            return report(State.RUNNING);
        }

        @Override
        public Optional<Report> report(Caller caller, Scope scope) {
            return Optional.of(report(end));
        }

        private Report report(State state) {
            boolean bad = state == State.BAD;
            Instant at = Instant.parse("2026-04-01T00:00:00Z");
            return new Report(
                    state,
                    Scope.ALL,
                    false,
                    at,
                    Optional.empty(),
                    "",
                    25,
                    25,
                    0,
                    0,
                    List.of(new LogReport(
                            tenant,
                            "甲社",
                            25,
                            "",
                            bad ? OptionalLong.of(13) : OptionalLong.empty(),
                            Optional.of(new Anchor("seal", 3, at, bad ? 10 : 20)))),
                    bad
                            ? List.of(new Finding("entry.altered", false, tenant, OptionalLong.of(13), "altered"))
                            : List.of());
        }

        @Override
        public long seal(Caller caller) {
            return 4;
        }
    }
}
