package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer.ImageFormat;
import io.fumikura.document.spi.Renderer.Size;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages from their images: one thread draws them, all cores recognise. A page that can't be read stays blank and is told as trouble; it
 * does not stop the others. One per document.
 */
final class Recognition {

    private static final double DOTS_PER_POINT = 300 / 72.0;
    private static final int LONGEST_SIDE = 5_000;
    private static final int SHORTEST_WIDTH = 16;

    private final PluginCalls calls;
    private final Limits limits;
    private final ExecutorService threads;
    private final Plugin<ContentReader> reader;
    private final PageStore store;
    private final List<Trouble> troubles = new ArrayList<>();
    private int done;

    /** A page that could not be read. */
    record Trouble(int page, StepException cause) {

        boolean mayPass() {
            return cause.outcome() == StepException.Outcome.RETRY;
        }
    }

    private record Recognised(int page, Size size, Optional<PageText> text, Optional<Trouble> trouble) {}

    Recognition(PluginCalls calls, Limits limits, ExecutorService threads, Plugin<ContentReader> reader, PageStore store) {
        this.calls = calls;
        this.limits = limits;
        this.threads = threads;
        this.reader = reader;
        this.store = store;
    }

    /** Reads and stores the pages, but for those that are stored already. */
    List<Trouble> read(OpenPages open, List<Integer> pages, String fileName, Path folder) throws InterruptedException {
        Deque<Future<Recognised>> running = new ArrayDeque<>();
        try {
            for (int page : pages) {
                if (!store.has(page)) {
                    draw(open, page, fileName, folder).ifPresent(running::add);
                }
                while (running.size() > limits.workers() * 2) {
                    take(running.poll(), pages.size());
                }
            }
            while (!running.isEmpty()) {
                take(running.poll(), pages.size());
            }
        } finally {
            running.forEach(one -> one.cancel(true));
        }
        return List.copyOf(troubles);
    }

    private Optional<Future<Recognised>> draw(OpenPages open, int page, String fileName, Path folder) throws InterruptedException {
        Path image = folder.resolve("page-" + page + ".image");
        try {
            Size size = open.size(page);
            Optional<MediaType> scan = open.scan(page, image);
            if (scan.isEmpty() || !takes(scan.get())) {
                open.draw(page, width(size), ImageFormat.PNG, image);
                scan = Optional.empty();
            }
            var source = new SourceFile(image, scan.orElse(MediaType.PNG), fileName, Optional.empty());
            return Optional.of(threads.submit(() -> recognise(page, size, source)));
        } catch (DocumentException e) {
            keepBlank(page, new Size(0, 0), new Trouble(page, Failures.of(e)));
        } catch (PluginException e) {
            keepBlank(page, new Size(0, 0), new Trouble(page, Failures.of(e)));
        }
        return Optional.empty();
    }

    private boolean takes(MediaType type) throws DocumentException, PluginException, InterruptedException {
        return calls.call(reader, Deadline.in(Limits.QUICK), service -> service.score(type).isPresent());
    }

    /** 300 dpi, but never an image that is longer than the recogniser likes. */
    static int width(Size size) {
        double scale = Math.min(DOTS_PER_POINT, LONGEST_SIDE / Math.max(size.width(), size.height()));
        return Math.max(SHORTEST_WIDTH, (int) Math.round(size.width() * scale));
    }

    private Recognised recognise(int page, Size size, SourceFile source) throws InterruptedException {
        var found = new ArrayList<PageText>();
        try {
            calls.call(reader, Deadline.in(limits.recognise()), service -> {
                service.read(source, found::add);
                return found;
            });
            Optional<PageText> text = found.stream().findFirst().map(one -> placed(one, page, size));
            return new Recognised(page, size, text, Optional.empty());
        } catch (DocumentException e) {
            return new Recognised(page, size, Optional.empty(), Optional.of(new Trouble(page, Failures.of(e))));
        } catch (PluginException e) {
            return new Recognised(page, size, Optional.empty(), Optional.of(new Trouble(page, Failures.of(e))));
        } finally {
            source.path().toFile().delete();
        }
    }

    private void take(Future<Recognised> future, int all) throws InterruptedException {
        try {
            Recognised one = future.get();
            if (one.text().isPresent()) {
                store.put(List.of(one.text().get()));
            } else {
                Optional<Trouble> trouble = one.trouble();
                keepBlank(one.page(), one.size(), trouble.orElse(null));
            }
            store.progress(0.1 + 0.75 * ++done / all);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("The platform stops.");
            }
            throw new IllegalStateException("The recognition of a page broke off.", e.getCause());
        }
    }

    /** A page with a trouble that may pass is not stored, so that the next try reads it. */
    private void keepBlank(int page, Size size, @Nullable Trouble trouble) {
        if (trouble != null) {
            troubles.add(trouble);
        }
        if (trouble == null || !trouble.mayPass()) {
            store.put(List.of(blank(page, size)));
        }
    }

    static PageText blank(int page, Size size) {
        return PageText.builder(page, size.width(), size.height(), TextSource.OCR).build();
    }

    /** The recognised text as the page of its document: boxes are fractions, so they stay as they are. */
    private static PageText placed(PageText read, int page, Size size) {
        var placed = PageText.builder(page, size.width(), size.height(), read.source());
        for (int i = 0; i < read.text().length(); i++) {
            placed.append(String.valueOf(read.text().charAt(i)), read.box(i), read.confidence(i));
        }
        return placed.build();
    }
}
