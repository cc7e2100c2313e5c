package io.fumikura.store.file;

import io.fumikura.health.spi.HealthCheck.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether blobs can be written: free space, and a file that is made and removed. */
final class BlobHealth {

    private static final long MEGABYTE = 1024 * 1024;

    private final Path root;
    private final long reserve;

    BlobHealth(Path root, long reserve) {
        this.root = root;
        this.reserve = reserve;
    }

    Health check() {
        try {
            long free = root.toFile().getUsableSpace();
            if (free < reserve) {
                return Health.error(
                        "The disk of the blob folder is full: " + megabytes(free) + ". Free some space.",
                        "ファイルを保管するディスクがいっぱいです（空き " + megabytes(free) + "）。空きを作ってください。",
                        true);
            }
            Files.delete(Files.createTempFile(root, "health", ".check"));
            return free < 4 * reserve
                    ? Health.warning(
                            "The disk of the blob folder is nearly full: " + megabytes(free) + ".",
                            "ファイルを保管するディスクの残りがわずかです（空き " + megabytes(free) + "）。")
                    : Health.ok("Documents can be written, " + megabytes(free) + " free.");
        } catch (IOException e) {
            return Health.error(
                    "The blob folder can't be written. Check the disk and the permissions of the folder.",
                    "ファイルを保管するフォルダーに書き込めません。ディスクとフォルダーの権限を確認してください。",
                    true);
        }
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }
}
