package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Documents as PDF, so that the boxes of their text fit what is shown. Each is converted once and kept in the cache, from which it may go at
 * any time.
 */
public final class Conversions {

    /** Types that are read from their PDF where there is one; texts and mails are better read as they are. */
    private static final Set<MediaType> OFFICE = Set.of(
            MediaType.DOC, MediaType.DOCX, MediaType.XLS, MediaType.XLSX, MediaType.PPT, MediaType.PPTX, MediaType.RTF,
            MediaType.ODT, MediaType.ODS);

    private final PluginCalls calls;
    private final PluginChoice choice;
    private final FileCache cache;
    private final Duration limit;

    public Conversions(PluginCalls calls, PluginChoice choice, FileCache cache, Duration limit) {
        this.calls = calls;
        this.choice = choice;
        this.cache = cache;
        this.limit = limit;
    }

    public static boolean isOffice(MediaType type) {
        return OFFICE.contains(type);
    }

    /** Whether the document can be had as PDF now. */
    public boolean isPossible(StoredDocument document) throws InterruptedException {
        return cache.find(key(document)).isPresent() || choice.renderer(document.type(), Renderer.Form.PDF).isPresent();
    }

    /** The PDF of an earlier conversion. */
    public Optional<Path> cached(StoredDocument document) {
        return cache.find(key(document));
    }

    /**
     * The document as PDF.
     *
     * @param source the original, in a folder in which may be written
     * @return empty when no renderer converts this type
     */
    public Optional<Path> pdf(StoredDocument document, SourceFile source)
            throws DocumentException, PluginException, InterruptedException {
        Optional<Path> kept = cache.find(key(document));
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Plugin<Renderer>> renderer = choice.renderer(document.type(), Renderer.Form.PDF);
        if (renderer.isEmpty()) {
            return Optional.empty();
        }
        Path target = source.path().resolveSibling("converted.pdf");
        try {
            Files.deleteIfExists(target);
            calls.call(renderer.get(), Deadline.in(limit), service -> {
                service.convert(source, target);
                return target;
            });
            check(renderer.get(), target);
            return Optional.of(cache.put(key(document), target));
        } catch (IOException e) {
            throw new UncheckedIOException("The converted file can't be kept.", e);
        }
    }

    private static void check(Plugin<Renderer> renderer, Path target) throws PluginException, IOException {
        byte[] start = new byte[0];
        if (Files.isRegularFile(target)) {
            try (var in = Files.newInputStream(target)) {
                start = in.readNBytes(5);
            }
        }
        if (!new String(start, StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            throw new PluginException(Sort.FAILED, renderer.name() + " did not write a PDF.", null);
        }
    }

    private static String key(StoredDocument document) {
        return document.tenant() + "/" + document.sha256() + "/document.pdf";
    }
}
