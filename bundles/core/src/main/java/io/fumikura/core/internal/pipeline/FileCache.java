package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.persistence.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Files that can be made again, in a folder of bounded size: when it is full, the least recently used go. The folder may be deleted at any
 * time. Thread-safe; files appear whole.
 */
@Component(service = FileCache.class, configurationPid = "io.fumikura.core.pipeline")
public final class FileCache {

    private static final long SECONDS_BETWEEN_TOUCHES = 60;

    private final Path folder;
    private final long most;
    private final AtomicLong size = new AtomicLong(-1);
    private final AtomicBoolean clearing = new AtomicBoolean();

    private record Kept(Path path, long size, FileTime used) {}

    @Activate
    public FileCache(PipelineConfig config) {
        this(DataFolder.path().resolve("cache").resolve("files"), config.cache_megabytes() * 1024L * 1024);
    }

    /** @param most bytes */
    public FileCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /** @param key path parts of letters, digits, dots and dashes, parted by slashes */
    public Optional<Path> find(String key) {
        Path path = folder.resolve(key);
        try {
            FileTime used = Files.getLastModifiedTime(path);
            Instant now = Instant.now();
            if (used.toInstant().plusSeconds(SECONDS_BETWEEN_TOUCHES).isBefore(now)) {
                Files.setLastModifiedTime(path, FileTime.from(now));
            }
            return Optional.of(path);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Moves a file into the cache. */
    public Path put(String key, Path made) throws IOException {
        Path path = folder.resolve(key);
        long added = Files.size(made);
        Path whole = path.resolveSibling(UUID.randomUUID() + ".new");
        Files.createDirectories(path.getParent());
        Files.move(made, whole);
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
        if (size.get() < 0 || size.addAndGet(added) > most) {
            shrink(path);
        }
        return path;
    }

    private void shrink(Path spared) {
        if (!clearing.compareAndSet(false, true)) {
            return;
        }
        try {
            var files = new ArrayList<Kept>();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(new Kept(file, attributes.size(), attributes.lastModifiedTime()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                    return FileVisitResult.CONTINUE;
                }
            });
            long sum = files.stream().mapToLong(Kept::size).sum();
            files.sort(Comparator.comparing(Kept::used));
            // A tenth of the room is made free at once, so that this is rare.
            long wanted = sum > most ? most - most / 10 : most;
            for (Kept file : files) {
                if (sum > wanted && !file.path().equals(spared)) {
                    sum -= delete(file);
                }
            }
            size.set(sum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clearing.set(false);
        }
    }

    private static long delete(Kept file) throws IOException {
        try {
            Files.delete(file.path());
        } catch (NoSuchFileException gone) {
            // Somebody else was faster.
        }
        return file.size();
    }
}
