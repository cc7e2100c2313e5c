package io.fumikura.core.internal.preview;

import io.fumikura.core.internal.pipeline.Conversions;
import io.fumikura.core.internal.pipeline.OpenPages;
import io.fumikura.core.internal.pipeline.PluginChoice;
import io.fumikura.core.internal.pipeline.StoredDocument;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.Renderer.Form;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Documents that are opened for drawing; kept so for a short while, so that page after page is quick. Thread-safe. */
final class OpenDocuments implements AutoCloseable {

    private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST = 16;

    private final PluginCalls calls;
    private final PluginChoice choice;
    private final Conversions conversions;
    private final Blobs blobs;
    private final Path folder;
    private final Duration drawLimit;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** What to do with open pages. */
    interface Use<T> {
        T of(OpenPages pages, Path folder) throws DocumentException, PluginException, InterruptedException, IOException;
    }

    /** Used by one thread at a time, which holds the lock. */
    private static final class Entry {
        final ReentrantLock lock = new ReentrantLock();
        @Nullable OpenPages pages;
        @Nullable WorkFolder work;
        volatile long used = System.nanoTime();

        void close() {
            if (pages != null) {
                pages.close();
                pages = null;
            }
            if (work != null) {
                work.close();
                work = null;
            }
        }
    }

    OpenDocuments(
            PluginCalls calls, PluginChoice choice, Conversions conversions, Blobs blobs, Path folder, Duration drawLimit) {
        this.calls = calls;
        this.choice = choice;
        this.conversions = conversions;
        this.blobs = blobs;
        this.folder = folder;
        this.drawLimit = drawLimit;
    }

    /** @throws PluginMissingException when nobody draws such documents now */
    <T> T with(StoredDocument document, Use<T> use)
            throws DocumentException, PluginException, InterruptedException, IOException, StorageException, PluginMissingException {
        String key = document.tenant() + "/" + document.sha256() + "/" + document.password().hashCode();
        Entry entry = entries.computeIfAbsent(key, one -> new Entry());
        entry.lock.lockInterruptibly();
        try {
            if (entry.pages != null && entry.pages.isBroken()) {
                entry.close();
            }
            OpenPages pages = entry.pages == null ? open(document, entry) : entry.pages;
            return use.of(pages, Objects.requireNonNull(entry.work).path());
        } finally {
            entry.used = System.nanoTime();
            if (entry.pages == null) {
                entry.close();
                entries.remove(key, entry);
            }
            entry.lock.unlock();
            if (entries.size() > MOST) {
                closeIdle();
            }
        }
    }

    private OpenPages open(StoredDocument document, Entry entry)
            throws DocumentException, PluginException, InterruptedException, IOException, StorageException, PluginMissingException {
        var work = new WorkFolder(folder);
        entry.work = work;
        Path copy = work.file("source");
        Optional<Plugin<Renderer>> direct = choice.renderer(document.type(), Form.PAGES);
        Optional<Path> converted = direct.isPresent() ? Optional.empty() : conversions.cached(document);
        if (converted.isPresent()) {
            Files.copy(converted.get(), copy);
            return entry.pages = open(renderer(MediaType.PDF), copy, MediaType.PDF, document, Optional.empty());
        }
        blobs.copy(document.tenant(), document.sha256(), copy);
        if (direct.isPresent()) {
            return entry.pages = open(direct.get(), copy, document.type(), document, document.password());
        }
        Path pdf = conversions
                .pdf(document, new SourceFile(copy, document.type(), document.fileName(), document.password()))
                .orElseThrow(() -> new PluginMissingException(document.type()));
        Path ours = work.file("shown.pdf");
        Files.copy(pdf, ours);
        return entry.pages = open(renderer(MediaType.PDF), ours, MediaType.PDF, document, Optional.empty());
    }

    private Plugin<Renderer> renderer(MediaType type) throws InterruptedException, PluginMissingException {
        return choice.renderer(type, Form.PAGES).orElseThrow(() -> new PluginMissingException(type));
    }

    private OpenPages open(Plugin<Renderer> renderer, Path file, MediaType type, StoredDocument document, Optional<String> password)
            throws DocumentException, PluginException, InterruptedException {
        return OpenPages.open(calls, renderer, new SourceFile(file, type, document.fileName(), password), drawLimit);
    }

    /** Closes what nobody used for a while, and the longest unused ones when there are too many. */
    void closeIdle() {
        List<Map.Entry<String, Entry>> all = new ArrayList<>(entries.entrySet());
        all.sort(Comparator.comparingLong(one -> one.getValue().used - System.nanoTime()));
        int surplus = all.size() - MOST;
        for (int i = 0; i < all.size(); i++) {
            Entry entry = all.get(i).getValue();
            if (i < surplus || System.nanoTime() - entry.used > IDLE_NANOS) {
                close(all.get(i).getKey(), entry);
            }
        }
    }

    private void close(String key, Entry entry) {
        if (entry.lock.tryLock()) {
            try {
                entries.remove(key, entry);
                entry.close();
            } finally {
                entry.lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        entries.forEach(this::close);
    }
}
