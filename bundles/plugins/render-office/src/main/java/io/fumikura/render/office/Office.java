package io.fumikura.render.office;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.document.DocumentFormat;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.core.office.OfficeManager;
import org.jodconverter.core.office.OfficeUtils;
import org.jodconverter.local.LocalConverter;
import org.jodconverter.local.office.ExistingProcessAction;
import org.jodconverter.local.office.LocalOfficeManager;
import org.jspecify.annotations.Nullable;

/** A few LibreOffice processes, started at the first conversion and again whenever one dies. */
final class Office implements AutoCloseable {

    static final long TASK_SECONDS = 40;
    private static final long GENTLY_MILLIS = 1_500;
    private static final int MOST_KILLS = 10;
    private static final String MEMORY_KILOBYTES = "4000000";
    /** UpdateDocMode.NO_UPDATE and MacroExecMode.NEVER_EXECUTE of the office's API. */
    private static final Map<String, Object> LOADING = Map.of(
            "Hidden", true, "ReadOnly", true, "UpdateDocMode", (short) 0, "MacroExecutionMode", (short) 0);

    private final Installation installation;
    private final Path folder;
    private @Nullable OfficeManager manager;
    private volatile boolean closed;

    /** @param folder of our own for profiles; processes that use it are ours */
    Office(Installation installation, Path folder) {
        this.installation = installation;
        this.folder = folder.toAbsolutePath();
    }

    void convert(Path source, DocumentFormat format, Path target)
            throws DocumentException, InterruptedException {
        try {
            LocalConverter.builder()
                    .officeManager(started())
                    .loadProperties(LOADING)
                    .build()
                    .convert(source.toFile())
                    .as(format)
                    .to(target.toFile())
                    .as(DefaultDocumentFormatRegistry.PDF)
                    .execute();
        } catch (OfficeException e) {
            throw failure(e);
        }
    }

    private synchronized OfficeManager started() throws OfficeException, DocumentException {
        if (closed) {
            throw new DocumentException(Reason.UNAVAILABLE, "LibreOffice is being stopped.");
        }
        if (manager == null) {
            LeftBehind.end(folder);
            OfficeManager fresh = manager();
            fresh.start();
            if (closed) {
                OfficeUtils.stopQuietly(fresh);
                throw new DocumentException(Reason.UNAVAILABLE, "LibreOffice is being stopped.");
            }
            manager = fresh;
        }
        return manager;
    }

    private OfficeManager manager() throws DocumentException {
        int processes = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        try {
            Path template = folder.resolve("template");
            Profile.write(template);
            var builder = LocalOfficeManager.builder()
                    .officeHome(installation.home().toFile())
                    .workingDir(Files.createDirectories(folder.resolve("work")).toFile())
                    .templateProfileDir(template.toFile())
                    .portNumbers(ports(processes))
                    .existingProcessAction(ExistingProcessAction.KILL)
                    .startFailFast(false)
                    .maxTasksPerProcess(100)
                    .processTimeout(60_000L)
                    .taskExecutionTimeout(TASK_SECONDS * 1000)
                    .taskQueueTimeout(120_000L);
            if (Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
                builder.runAsArgs("/usr/bin/prlimit", "--as=" + MEMORY_KILOBYTES + "000", "--core=0");
            }
            return builder.build();
        } catch (IOException e) {
            throw new DocumentException(Reason.UNAVAILABLE, "LibreOffice's profile cannot be written: " + e.getMessage(), e);
        }
    }

    /** Free ports on this machine's own address; LibreOffice listens to nothing else. */
    private static int[] ports(int count) throws IOException {
        var sockets = new ArrayList<java.net.ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().mapToInt(java.net.ServerSocket::getLocalPort).toArray();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static DocumentException failure(OfficeException e) throws InterruptedException {
        String all = messages(e);
        if (Thread.interrupted() || all.contains("InterruptedException")) {
            throw new InterruptedException("conversion of an Office file");
        }
        if (all.contains("TimeoutException")) {
            return new DocumentException(
                    Reason.LIMIT, "LibreOffice did not finish the file within " + TASK_SECONDS + " seconds.", e);
        }
        if (all.contains("Unsupported URL") || all.contains("Could not open document") || all.contains("ErrorCodeIOException")
                || all.contains("IllegalArgumentException") || all.contains("conversion failed")) {
            return new DocumentException(Reason.CORRUPT, "LibreOffice cannot open the file; it is damaged or protected.", e);
        }
        if (all.contains("cancelled")) {
            return new DocumentException(Reason.UNAVAILABLE, "LibreOffice ended while it converted the file.", e);
        }
        return new DocumentException(Reason.UNAVAILABLE, "LibreOffice could not convert the file.", e);
    }

    private static String messages(Throwable e) {
        var all = new StringBuilder();
        for (Throwable cause = e; cause != null && all.length() < 10_000; cause = cause.getCause()) {
            all.append(cause).append('\n');
        }
        return all.toString();
    }

    /** Ends what an earlier start of the platform that was killed has left behind. */
    void clean() {
        LeftBehind.end(folder);
    }

    /**
     * An office that works on a file, or is just starting, answers nobody, and would be waited for up to a minute; so when it does not end by
     * itself its processes are killed. What they were doing is done again by their jobs.
     */
    @Override
    public void close() {
        closed = true;
        var stopping = new Thread(this::stop, "fumikura-office-stop");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(GENTLY_MILLIS);
            for (int times = 0; stopping.isAlive() && times < MOST_KILLS; times++) {
                LeftBehind.end(folder);
                stopping.join(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LeftBehind.end(folder);
    }

    private synchronized void stop() {
        OfficeUtils.stopQuietly(manager);
        manager = null;
    }
}
