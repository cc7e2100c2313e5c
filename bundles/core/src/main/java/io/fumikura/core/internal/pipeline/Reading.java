package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.pipeline.Recognition.Trouble;
import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.Renderer.Form;
import io.fumikura.document.spi.Renderer.Size;
import io.fumikura.document.spi.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** The step {@code read}: from a file to pages of text. */
final class Reading {

    /** How often a helper that is away is asked again before pages stay unread. */
    private static final int TRIES_OF_HELPERS = 3;

    private final PluginCalls calls;
    private final PluginChoice choice;
    private final Conversions conversions;
    private final ExecutorService threads;
    private final Limits limits;

    Reading(PluginCalls calls, PluginChoice choice, Conversions conversions, ExecutorService threads, Limits limits) {
        this.calls = calls;
        this.choice = choice;
        this.conversions = conversions;
        this.threads = threads;
        this.limits = limits;
    }

    /**
     * Reads the document into the store.
     *
     * @param source the original, in the job's folder
     * @return what a person should know, e.g. pages that could not be read
     */
    List<Warning> read(Job job, StoredDocument document, SourceFile source, PageStore store)
            throws StepException, InterruptedException {
        if (Conversions.isOffice(document.type())) {
            Optional<SourceFile> pdf = converted(document, source);
            if (pdf.isPresent()) {
                return readFile(job, pdf.get(), store);
            }
        }
        if (document.type().isImage()) {
            Optional<Plugin<Renderer>> renderer = choice.renderer(document.type(), Form.PAGES);
            if (renderer.isPresent()) {
                return readImages(job, renderer.get(), source, store);
            }
        }
        return readFile(job, source, store);
    }

    /** Empty when there is nobody who converts, or the converter failed and another reader takes the file as it is. */
    private Optional<SourceFile> converted(StoredDocument document, SourceFile source) throws StepException, InterruptedException {
        try {
            Optional<Path> kept = conversions.pdf(document, source);
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            // A copy, because the cache may let go of its file at any time.
            Path copy = source.path().resolveSibling("read.pdf");
            Files.copy(kept.get(), copy, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new SourceFile(copy, MediaType.PDF, source.name(), Optional.empty()));
        } catch (IOException e) {
            throw StepException.retry("storage.unavailable", "The converted file could not be read.", e);
        } catch (DocumentException e) {
            if (e.reason() == Reason.PROTECTED || choice.readers(document.type()).isEmpty()) {
                throw Failures.of(e);
            }
            return Optional.empty();
        } catch (PluginException e) {
            if (e.sort() == Sort.GONE || choice.readers(document.type()).isEmpty()) {
                throw Failures.of(e);
            }
            return Optional.empty();
        }
    }

    private List<Warning> readFile(Job job, SourceFile file, PageStore store) throws StepException, InterruptedException {
        List<Plugin<ContentReader>> readers = choice.readers(file.type());
        if (readers.isEmpty()) {
            throw StepException.waitingFor("a reader of " + file.type());
        }
        PageCollector pages = collect(readers, file, store);
        if (pages.count() == 0) {
            throw StepException.failed("document.corrupt", "The document has no pages.", null);
        }
        return pages.blank().isEmpty() ? List.of() : recognise(job, file, pages, store);
    }

    /** The best reader; the next one when it does not know this file, or fails. */
    private PageCollector collect(List<Plugin<ContentReader>> readers, SourceFile file, PageStore store)
            throws StepException, InterruptedException {
        StepException last = StepException.waitingFor("a reader of " + file.type());
        for (Plugin<ContentReader> reader : readers) {
            Deadline deadline = Deadline.in(limits.read(), limits.readMost());
            var pages = new PageCollector(limits.pages(), deadline, store::put);
            try {
                calls.call(reader, deadline, service -> {
                    service.read(file, pages);
                    return pages;
                });
                pages.finish();
                return pages;
            } catch (DocumentException e) {
                pages.throwOwnTrouble();
                last = Failures.of(e);
                if (e.reason() != Reason.UNSUPPORTED) {
                    throw last;
                }
            } catch (PluginException e) {
                pages.throwOwnTrouble();
                last = Failures.of(e);
                if (e.sort() != Sort.FAILED) {
                    throw last;
                }
            } finally {
                pages.abandon();
            }
        }
        throw last;
    }

    private List<Warning> recognise(Job job, SourceFile file, PageCollector pages, PageStore store)
            throws StepException, InterruptedException {
        Optional<Plugin<Renderer>> renderer = choice.renderer(file.type(), Form.PAGES);
        List<Plugin<ContentReader>> recognisers = choice.readers(MediaType.PNG);
        if (renderer.isEmpty() || recognisers.isEmpty()) {
            throw StepException.waitingFor(renderer.isEmpty() ? "a renderer of " + file.type() : "a reader of " + MediaType.PNG);
        }
        return recognise(job, renderer.get(), recognisers.get(0), file, Optional.of(pages.blank()), store);
    }

    private List<Warning> readImages(Job job, Plugin<Renderer> renderer, SourceFile file, PageStore store)
            throws StepException, InterruptedException {
        List<Plugin<ContentReader>> recognisers = choice.readers(MediaType.PNG);
        if (recognisers.isEmpty()) {
            throw StepException.waitingFor("a reader of " + file.type());
        }
        return recognise(job, renderer, recognisers.get(0), file, Optional.empty(), store);
    }

    /** @param wanted pages to read; empty for all of the file */
    private List<Warning> recognise(
            Job job,
            Plugin<Renderer> renderer,
            Plugin<ContentReader> recogniser,
            SourceFile file,
            Optional<List<Integer>> wanted,
            PageStore store)
            throws StepException, InterruptedException {
        try (OpenPages open = OpenPages.open(calls, renderer, file, limits.draw())) {
            if (open.count() < 1 || open.count() > limits.pages()) {
                throw StepException.failed(
                        "document.limit", "The document has " + open.count() + " pages; 1 to " + limits.pages() + " are read.", null);
            }
            List<Integer> pages = wanted.orElseGet(() -> IntStream.rangeClosed(1, open.count()).boxed().toList());
            Path folder = folder(file);
            List<Trouble> troubles = new Recognition(calls, limits, threads, recogniser, store).read(open, pages, file.name(), folder);
            return warnings(job, troubles, open.count(), store);
        } catch (DocumentException e) {
            throw Failures.of(e);
        } catch (PluginException e) {
            throw Failures.of(e);
        }
    }

    private static List<Warning> warnings(Job job, List<Trouble> troubles, int all, PageStore store) throws StepException {
        List<Trouble> passing = troubles.stream().filter(Trouble::mayPass).toList();
        if (!passing.isEmpty() && job.attempts() < TRIES_OF_HELPERS) {
            throw passing.get(0).cause();
        }
        if (passing.isEmpty() && troubles.size() == all) {
            throw troubles.get(0).cause();
        }
        passing.forEach(one -> store.put(List.of(Recognition.blank(one.page(), new Size(0, 0)))));
        return troubles.isEmpty() ? List.of() : List.of(warning(troubles));
    }

    private static Warning warning(List<Trouble> troubles) {
        var pages = new ArrayList<String>();
        troubles.stream().limit(20).forEach(one -> pages.add(String.valueOf(one.page())));
        String list = String.join(", ", pages) + (troubles.size() > 20 ? " …" : "");
        return new Warning(
                "page.unread",
                new LocalizedText(
                        "読み取れなかったページがあります（" + list + "）。",
                        "Pages could not be read: " + list + ". " + troubles.get(0).cause().message()),
                List.of());
    }

    private static Path folder(SourceFile file) {
        Path folder = file.path().getParent();
        return folder == null ? Path.of(".") : folder;
    }
}
