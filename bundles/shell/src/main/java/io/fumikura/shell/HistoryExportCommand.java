package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.history.HistoryExport;
import io.fumikura.history.HistoryReader.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Writes a log of the history into a file, for the verifier that needs no platform. */
@Service
@Command(scope = "fumikura", name = "history-export", description = "Writes a log of the history into a new file.")
public final class HistoryExportCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    HistoryExport export;

    @Option(name = "--tenant", description = "Id of the tenant; the platform's own log without it")
    @Nullable String tenant;

    @Option(name = "--heads", description = "Only the heads and their time stamps, as JSON")
    boolean heads;

    @Argument(name = "file", description = "The file to be made; it must not exist", required = true)
    String file = "";

    @Override
    public @Nullable Object execute() throws IOException {
        Caller caller = tenant == null ? Console.operator() : Console.administratorOf(tenant);
        Log log = tenant == null ? Log.PLATFORM : Log.TENANT;
        Path path = Path.of(file);
        try (OutputStream to = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            if (heads) {
                export.heads(caller, log, to);
            } else {
                export.all(caller, log, to);
            }
        }
        System.out.println("Written: " + path.toAbsolutePath());
        return null;
    }
}
