package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.history.HistoryVerification;
import io.fumikura.history.HistoryVerification.Anchor;
import io.fumikura.history.HistoryVerification.Finding;
import io.fumikura.history.HistoryVerification.LogReport;
import io.fumikura.history.HistoryVerification.Report;
import io.fumikura.history.HistoryVerification.Scope;
import io.fumikura.history.HistoryVerification.State;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Verifies the history and prints what came out. */
@Service
@Command(
        scope = "fumikura",
        name = "history-verify",
        description = "Verifies that no entry of the history was altered, removed, added or reordered.")
public final class HistoryVerifyCommand implements Action {

    private static final long PAUSE_MILLIS = 200;

    @Reference
    @SuppressWarnings("NullAway.Init")
    HistoryVerification verification;

    @Option(name = "--tenant", description = "Id of the tenant whose log is verified; all logs without it")
    @Nullable String tenant;

    @Option(name = "--files", description = "Read every registered file as well and compare it with its hash")
    boolean files;

    /** @return null when all is good; otherwise it fails, so that scripts notice */
    @Override
    public @Nullable Object execute() throws InterruptedException {
        Caller caller = tenant == null ? Console.operator() : Console.administratorOf(tenant);
        Scope scope = tenant == null ? Scope.ALL : Scope.TENANT;
        Report report = verification.start(caller, scope, files);
        while (report.state() == State.RUNNING) {
            Thread.sleep(PAUSE_MILLIS);
            report = verification.report(caller, scope).orElse(report);
        }
        print(report, System.out);
        if (report.state() == State.BAD || report.state() == State.FAILED) {
            throw new IllegalStateException("The history is not as it was written.");
        }
        return null;
    }

    private static void print(Report report, PrintStream out) {
        out.println(report.state() + ": " + report.done() + " entries"
                + (report.files() ? ", " + report.filesDone() + " files" : "") + ", " + report.findings().size() + " findings");
        for (LogReport log : report.logs()) {
            out.println("  " + log.log() + " " + (log.name().isEmpty() ? "(platform)" : log.name()) + ": " + log.entries() + " entries"
                    + (log.firstBad().isPresent() ? ", first bad entry " + log.firstBad().getAsLong() : ", good")
                    + log.lastGood().map(HistoryVerifyCommand::text).orElse(", no anchor"));
        }
        for (Finding finding : report.findings()) {
            out.println("  " + (finding.warning() ? "warning " : "") + finding.code()
                    + (finding.log().isEmpty() ? "" : " in " + finding.log())
                    + (finding.sequence().isPresent() ? " at " + finding.sequence().getAsLong() : "") + ": " + finding.message());
        }
    }

    private static String text(Anchor anchor) {
        return ", last good anchor: " + anchor.kind() + (anchor.number() > 0 ? " " + anchor.number() : "") + " of " + anchor.at()
                + " over " + anchor.entries() + " entries";
    }
}
