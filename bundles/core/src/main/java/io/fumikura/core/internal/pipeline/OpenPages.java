package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.Renderer.ImageFormat;
import io.fumikura.document.spi.Renderer.Pages;
import io.fumikura.document.spi.Renderer.Size;
import io.fumikura.document.spi.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file opened by a renderer, with each call guarded. The renderer stays leased until this is closed. One thread at a time. After a call
 * that took too long nothing more is asked of the pages: they may still be in use.
 */
public final class OpenPages implements AutoCloseable {

    private final PluginCalls calls;
    private final Plugin<Renderer> renderer;
    private final Renderer service;
    private final Plugin<Pages> pages;
    private final Duration limit;
    private final int count;
    private boolean broken;

    private OpenPages(PluginCalls calls, Plugin<Renderer> renderer, Renderer service, Pages pages, Duration limit)
            throws DocumentException, PluginException, InterruptedException {
        this.calls = calls;
        this.renderer = renderer;
        this.service = service;
        this.limit = limit;
        this.pages = new PagesOf(renderer, pages);
        count = ask(Pages::count);
    }

    /** The open pages as something to be called, gone when their renderer is. */
    private record PagesOf(Plugin<Renderer> renderer, Pages open) implements Plugin<Pages> {
        @Override
        public String name() {
            return renderer.name();
        }

        @Override
        public Optional<Pages> lease() {
            return Optional.of(open);
        }

        @Override
        public void release(Pages service) {}

        @Override
        public boolean isGone() {
            return renderer.isGone();
        }
    }

    public static OpenPages open(PluginCalls calls, Plugin<Renderer> renderer, SourceFile file, Duration limit)
            throws DocumentException, PluginException, InterruptedException {
        Renderer service = renderer.lease()
                .orElseThrow(() -> new PluginException(Sort.GONE, renderer.name() + " was taken away.", null));
        boolean opened = false;
        try {
            Pages pages = calls.call(Plugin.of(renderer.name(), service), Deadline.in(limit), one -> one.open(file));
            if (pages == null) {
                throw new PluginException(Sort.FAILED, renderer.name() + " opened nothing.", null);
            }
            var open = new OpenPages(calls, renderer, service, pages, limit);
            opened = true;
            return open;
        } finally {
            if (!opened) {
                renderer.release(service);
            }
        }
    }

    public int count() {
        return count;
    }

    /** Whether its renderer was taken away or did not come back from a call, so that it must be opened anew. */
    public boolean isBroken() {
        return broken || renderer.isGone();
    }

    public Size size(int page) throws DocumentException, PluginException, InterruptedException {
        Size size = ask(open -> open.size(page));
        if (size == null || !(size.width() > 0) || !(size.height() > 0) || size.width() > 1e6 || size.height() > 1e6) {
            throw new PluginException(Sort.FAILED, renderer.name() + " gave page " + page + " no size.", null);
        }
        return size;
    }

    /** Writes the stored picture of a page that is nothing else. @return its type; empty when the page has to be drawn */
    public Optional<MediaType> scan(int page, Path target) throws DocumentException, PluginException, InterruptedException {
        Optional<MediaType> type = ask(open -> open.scan(page, target));
        return type == null ? Optional.empty() : type;
    }

    public List<Size> sizes(int most) throws DocumentException, PluginException, InterruptedException {
        var sizes = new ArrayList<Size>();
        for (int page = 1; page <= Math.min(count, most); page++) {
            sizes.add(size(page));
        }
        return sizes;
    }

    public void draw(int page, int width, ImageFormat format, Path target)
            throws DocumentException, PluginException, InterruptedException {
        ask(open -> {
            open.draw(page, width, format, target);
            return target;
        });
    }

    private <R> R ask(PluginCalls.Call<Pages, R> question) throws DocumentException, PluginException, InterruptedException {
        if (broken) {
            throw new PluginException(Sort.TOO_SLOW, renderer.name() + " did not come back from an earlier page.", null);
        }
        try {
            return calls.call(pages, Deadline.in(limit), question);
        } catch (PluginException e) {
            broken = e.sort() == Sort.TOO_SLOW;
            throw e;
        } catch (InterruptedException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (!broken) {
                calls.call(pages, Deadline.in(Limits.QUICK), open -> {
                    open.close();
                    return true;
                });
            }
        } catch (DocumentException | PluginException ignored) {
            // Said in the log already; nothing more can be done.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            renderer.release(service);
        }
    }
}
