package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.document.DefaultRights;
import io.fumikura.document.DefaultRights.Application;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Applies a company's default rights to the records that exist, or tells how far that has come. */
@Service
@Command(
        scope = "fumikura",
        name = "access-apply",
        description = "Applies the default access rights of a company to its existing records, but for those whose rights somebody has set")
public final class AccessApplyCommand extends CompanyCommand {

    @Reference
    @SuppressWarnings("NullAway.Init")
    DefaultRights defaults;

    @Option(name = "--show", description = "Only tells how far it has come")
    boolean show;

    @Override
    void run(Caller operator) {
        Caller administrator = Console.administratorOf(operator.tenant().toString());
        print(show ? defaults.application(administrator) : defaults.apply(administrator, defaults.get(administrator).version()));
    }

    private static void print(Application application) {
        System.out.println(application.eligible() + " records have the rights that rules gave them.");
        application
                .last()
                .ifPresentOrElse(
                        run -> System.out.println(state(run) + ": begun " + run.started() + " by " + run.by() + ", " + run.lookedAt() + " of "
                                + run.total() + " records, " + run.changed() + " changed."),
                        () -> System.out.println("The rules were never applied to existing records."));
    }

    private static String state(DefaultRights.Run run) {
        if (run.finished().isEmpty()) {
            return "Being applied";
        }
        return run.stopped() ? "Stopped before the end" : "Applied";
    }
}
