package io.fumikura.render.office;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Office processes of a platform that was killed: they hold our profile and nobody talks to them any more. */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private LeftBehind() {}

    /** @param folder of profiles, which only our own processes have in their command lines */
    static void end(Path folder) {
        String path = folder.toAbsolutePath().toString();
        // The office is told its profile as an address.
        String address = folder.toUri().getRawPath().replaceAll("/$", "");
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isOurs(process, path, address))
                .forEach(LeftBehind::end);
    }

    private static boolean isOurs(ProcessHandle process, String path, String address) {
        String line = process.info().commandLine().orElse("");
        return line.contains("soffice") && (line.contains(path) || line.contains(address));
    }

    private static void end(ProcessHandle process) {
        LOG.info("Ending an office process that was left behind, {}.", process.pid());
        process.destroyForcibly();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The office process {} does not end.", process.pid());
        }
    }
}
