package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.people.UserFiles;
import io.fumikura.people.UserFiles.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Registers the users of a CSV file, or only checks them. */
@Service
@Command(scope = "fumikura", name = "user-import", description = "Registers the users of a CSV file")
public final class UserImportCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    UserFiles files;

    @Argument(name = "file", description = "CSV in UTF-8 with at least the columns Name and Mail", required = true)
    String file = "";

    @Option(name = "--check", description = "Only check the file")
    boolean check;

    @Override
    void run(Caller operator) throws IOException {
        try (InputStream data = Files.newInputStream(Path.of(file))) {
            Report report = files.load(operator, data, check);
            report.problems().forEach(problem -> System.out.println(
                    "row " + problem.row() + ", " + problem.column() + ", \"" + problem.value() + "\": " + problem.message()));
            System.out.println(report.registered()
                    ? report.rows() + " users are registered."
                    : report.problems().isEmpty() ? report.rows() + " users can be registered." : "Nobody was registered.");
        }
    }
}
