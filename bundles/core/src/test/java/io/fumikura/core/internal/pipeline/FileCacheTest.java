package io.fumikura.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {

    @TempDir
    Path folder;

    @Test
    void keepsFilesUntilThereIsNoRoom() throws IOException {
        var cache = new FileCache(folder.resolve("cache"), 1000);
        for (int i = 0; i < 9; i++) {
            Path kept = cache.put("a/" + i, file(100));
            Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minusSeconds(1000 - i)));
        }
        assertThat(cache.find("a/0")).as("used now").isPresent();

        cache.put("a/9", file(150));

        assertThat(cache.find("a/0")).isPresent();
        assertThat(cache.find("a/1")).isEmpty();
        assertThat(cache.find("a/9")).isPresent();
    }

    @Test
    void takesAFileAgainAfterTheFolderWasDeleted() throws IOException {
        var cache = new FileCache(folder.resolve("cache"), 1000);
        cache.put("a", file(10));
        Files.delete(cache.find("a").orElseThrow());
        Files.delete(folder.resolve("cache"));

        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.put("a", file(10))).exists();
    }

    private Path file(int size) throws IOException {
        return Files.write(Files.createTempFile(folder, "made", ""), new byte[size]);
    }
}
