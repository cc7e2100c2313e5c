package io.fumikura.core.internal.pipeline;

import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.plan.spi.PlanTier;
import io.fumikura.plan.spi.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Small plugins for tests. Pages are parted by form feeds; a page that begins with {@code scan:} has no text layer. */
public final class SamplePlugins {

    private SamplePlugins() {}

    static String content(SourceFile file) throws DocumentException {
        try {
            return Files.readString(file.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DocumentException(DocumentException.Reason.CORRUPT, "unreadable", e);
        }
    }

    /** Reads texts, and files that call themselves PDF. */
    public static class PlainReader implements ContentReader {
        @Override
        public OptionalInt score(MediaType type) {
            return type.equals(MediaType.TEXT) || type.equals(MediaType.PDF) ? OptionalInt.of(50) : OptionalInt.empty();
        }

        @Override
        public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
            String text = content(file);
            if (text.contains("locked") && !file.password().equals(Optional.of("sesame"))) {
                throw new DocumentException(DocumentException.Reason.PROTECTED, "A password is needed.");
            }
            if (text.contains("broken")) {
                throw new DocumentException(DocumentException.Reason.CORRUPT, "It is broken.");
            }
            TextSource source = file.type().equals(MediaType.PDF) ? TextSource.TEXT_LAYER : TextSource.PLAIN;
            String[] pages = text.replace("%PDF-", "").split("\f", -1);
            for (int i = 0; i < pages.length; i++) {
                var page = PageText.builder(i + 1, 595, 842, source);
                if (!pages[i].startsWith("scan:")) {
                    page.append(pages[i], source == TextSource.PLAIN ? Box.NONE : new Box(0.1f, 0.1f, 0.9f, 0.2f));
                }
                sink.page(page.build());
            }
        }
    }

    /** Draws a page by writing its text into the image file. */
    public static class PlainRenderer implements Renderer {
        public final AtomicInteger drawn = new AtomicInteger();

        @Override
        public OptionalInt score(MediaType type, Form form) {
            return type.equals(MediaType.PDF) && form == Form.PAGES ? OptionalInt.of(50) : OptionalInt.empty();
        }

        @Override
        public Pages open(SourceFile file) throws DocumentException {
            String[] pages = content(file).replace("%PDF-", "").split("\f", -1);
            return new Pages() {
                @Override
                public int count() {
                    return pages.length;
                }

                @Override
                public Size size(int page) {
                    return new Size(595, 842);
                }

                @Override
                public void draw(int page, int width, ImageFormat format, Path target) throws DocumentException {
                    drawn.incrementAndGet();
                    try {
                        Files.writeString(target, pages[page - 1] + (format == ImageFormat.PNG ? "" : " as " + format));
                    } catch (IOException e) {
                        throw new DocumentException(DocumentException.Reason.UNAVAILABLE, "disk", e);
                    }
                }

                @Override
                public void close() {}
            };
        }
    }

    /** "Recognises" such images. */
    public static class PlainRecogniser implements ContentReader {
        final List<String> recognised = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public OptionalInt score(MediaType type) {
            return type.equals(MediaType.PNG) ? OptionalInt.of(50) : OptionalInt.empty();
        }

        @Override
        public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
            String text = content(file).replace("scan:", "");
            recognised.add(text);
            sink.page(PageText.builder(1, 0, 0, TextSource.OCR).append(text, new Box(0.1f, 0.1f, 0.9f, 0.2f), 0.9).build());
        }
    }

    /** Finds {@code title=…} and {@code start=…}. */
    public static class PlainExtractor implements FieldExtractor {
        private static final Pattern TITLE = Pattern.compile("title=([^;\f\n]+)");
        private static final Pattern START = Pattern.compile("start=(\\d{4}-\\d\\d-\\d\\d)");

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public List<FieldCandidate> extract(ExtractionRequest request) throws DocumentException, InterruptedException {
            var found = new ArrayList<FieldCandidate>();
            var title = TITLE.matcher(request.text().text());
            while (title.find()) {
                found.add(new FieldCandidate("title", new FieldValue.Text(title.group(1)), 0.9,
                        Evidence.of(request.text(), title.start(1), title.end(1)), Optional.empty()));
            }
            var start = START.matcher(request.text().text());
            while (start.find()) {
                found.add(new FieldCandidate("start", new FieldValue.Day(LocalDate.parse(start.group(1))), 0.9,
                        Evidence.of(request.text(), start.start(1), start.end(1)), Optional.empty()));
            }
            return found;
        }
    }

    /** Finds {@code term=…}. */
    public static class TermExtractor implements FieldExtractor {
        private static final Pattern TERM = Pattern.compile("term=(P\\d+Y)");

        @Override
        public String name() {
            return "terms";
        }

        @Override
        public List<FieldCandidate> extract(ExtractionRequest request) {
            var term = TERM.matcher(request.text().text());
            return term.find()
                    ? List.of(new FieldCandidate("term", new FieldValue.Duration(Period.parse(term.group(1))), 0.9,
                            Evidence.of(request.text(), term.start(1), term.end(1)), Optional.empty()))
                    : List.of();
        }
    }

    /** @param limit uploads a month */
    public record Tier(String id, Terms terms) implements PlanTier {

        public Tier(long uploads) {
            this(uploads, Set.of(Features.ENGLISH_EXTRACTION));
        }

        public Tier(long uploads, Set<String> features) {
            this("standard", new Terms(OptionalLong.of(uploads), 1_000_000, OptionalInt.empty(), OptionalInt.empty(), features));
        }

        @Override
        public String label(Locale language) {
            return language.getLanguage().equals("en") ? "Sample" : "見本";
        }
    }
}
