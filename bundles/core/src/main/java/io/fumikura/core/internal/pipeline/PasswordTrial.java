package io.fumikura.core.internal.pipeline;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tries whether a password opens a protected file, by reading its first page. */
final class PasswordTrial {

    private final PluginCalls calls;
    private final PluginChoice choice;
    private final Blobs blobs;
    private final Limits limits;
    private final Path folder;

    PasswordTrial(PluginCalls calls, PluginChoice choice, Blobs blobs, Limits limits, Path folder) {
        this.calls = calls;
        this.choice = choice;
        this.blobs = blobs;
        this.limits = limits;
        this.folder = folder;
    }

    boolean opens(StoredDocument document, String password) {
        try (var work = new WorkFolder(folder)) {
            List<Plugin<ContentReader>> readers = choice.readers(document.type());
            if (readers.isEmpty()) {
                throw unavailable("No reader of " + document.type() + " is running at the moment; try again.", null);
            }
            Path copy = work.file("source");
            blobs.copy(document.tenant(), document.sha256(), copy);
            return opens(readers.get(0), new SourceFile(copy, document.type(), document.fileName(), Optional.of(password)));
        } catch (StorageException | IOException | PluginException e) {
            throw unavailable("The file could not be opened at the moment; try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The platform is stopping; try again.", e);
        }
    }

    private boolean opens(Plugin<ContentReader> reader, SourceFile source) throws PluginException, InterruptedException {
        var opened = new AtomicBoolean();
        try {
            calls.call(reader, Deadline.in(limits.read()), service -> {
                service.read(source, page -> {
                    opened.set(true);
                    throw new DocumentException(Reason.LIMIT, "The first page is enough.");
                });
                return true;
            });
            return true;
        } catch (DocumentException e) {
            // Whatever else is wrong with the file, its password is not.
            return opened.get() || e.reason() != Reason.PROTECTED;
        }
    }

    private static PlatformException unavailable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new PlatformException(PlatformException.Category.UNAVAILABLE, "plugin.unavailable", message, Map.of(), cause);
    }
}
