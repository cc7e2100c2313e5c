package io.fumikura.core.internal.health;

import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.health.spi.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether there is room for data. */
@Component
public final class DiskCheck implements HealthCheck {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long SCARCE = 2048;
    private static final long FULL = 200;

    private final Path folder;

    @Activate
    public DiskCheck() {
        this(DataFolder.path());
    }

    DiskCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public String part() {
        return "disk";
    }

    @Override
    public Health check() {
        try {
            return judge(Files.getFileStore(folder).getUsableSpace() / MEGABYTE);
        } catch (IOException e) {
            return Health.error("The data folder can't be examined.", true);
        }
    }

    static Health judge(long megabytes) {
        String free = megabytes + " MB free in the data folder.";
        if (megabytes < FULL) {
            return Health.error(free + " Make room now: uploads fail.", true);
        }
        return megabytes < SCARCE ? Health.warning(free + " Make room soon.") : Health.ok(free);
    }
}
