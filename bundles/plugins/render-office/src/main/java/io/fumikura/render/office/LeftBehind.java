package io.fumikura.render.office;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Office processes of a platform that was killed: they hold our profile and nobody talks to them any more. */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private LeftBehind() {}

    /** @param mark part of the command line that only our own processes have: the folder of their profiles */
    static void end(String mark) {
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isOurs(process, mark))
                .forEach(LeftBehind::end);
    }

    private static boolean isOurs(ProcessHandle process, String mark) {
        String line = process.info().commandLine().orElse("");
        return line.contains("soffice") && line.contains(mark);
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
