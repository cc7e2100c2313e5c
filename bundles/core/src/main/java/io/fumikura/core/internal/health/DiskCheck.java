package io.fumikura.core.internal.health;

import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.health.spi.HealthCheck;
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
        // Not by Files.getFileStore: that looks for the mount point, which chroots and some containers do not show.
        return judge(folder.toFile().getUsableSpace() / MEGABYTE);
    }

    static Health judge(long megabytes) {
        String free = megabytes + " MB free in the data folder.";
        String left = "データフォルダーの空き容量は " + megabytes + " MBです。";
        if (megabytes < FULL) {
            return Health.error(free + " Make room now: uploads fail.", left + "登録できません。すぐに空きを作ってください。", true);
        }
        return megabytes < SCARCE
                ? Health.warning(free + " Make room soon.", left + "早めに空きを作ってください。")
                : Health.ok(free);
    }
}
