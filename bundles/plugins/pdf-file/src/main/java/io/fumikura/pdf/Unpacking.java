package io.fumikura.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.pdf.Guard.Stopped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * How far streams unpack. The library unpacks a stream into memory as a whole, and a hundred kilobytes may become a hundred
 * megabytes; so what could grow too large is unpacked once before, into nothing. Not thread-safe.
 */
public final class Unpacking {

    /** What the content of one page, or one font, may hold. */
    public static final long MOST = 128L << 20;

    /** More than Deflate (1,032) and LZW can make of one byte. */
    private static final long RATIO = 2_800;

    private static final Set<String> IMAGE_FILTERS = Set.of(
            "DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"); // bounded by their pixels

    private final long most;
    private long left;

    /** @param most bytes that all streams together may hold */
    public Unpacking(long most) {
        this.most = most;
        left = most;
    }

    /** Whether the stream is packed in a way that is made for pictures. */
    static boolean isPicture(COSStream stream) {
        return names(stream.getFilters()).stream().anyMatch(name -> IMAGE_FILTERS.contains(name.getName()));
    }

    /** @throws DocumentException LIMIT when the streams do not fit any more */
    public void add(List<COSStream> streams) throws DocumentException {
        long packed = streams.stream().filter(COSStream::hasData).mapToLong(COSStream::getLength).sum();
        if (packed * RATIO <= left && streams.stream().allMatch(stream -> names(stream.getFilters()).size() <= 1)) {
            return; // what is small cannot become large
        }
        for (COSStream stream : streams) {
            if (stream.hasData()) {
                measure(stream::createRawInputStream, stream, names(stream.getFilters()));
            }
        }
    }

    /** @param parameters of an image that stands in the content itself */
    public void addInline(byte[] data, COSDictionary parameters) throws DocumentException {
        COSBase filters = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
        List<COSName> names = names(filters);
        if (names.size() > 1 || data.length * RATIO > left) {
            measure(() -> new ByteArrayInputStream(data), parameters, names);
        }
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private void measure(Source source, COSDictionary parameters, List<COSName> names) throws DocumentException {
        try (InputStream raw = source.open()) {
            left -= measured(raw, parameters, names);
        } catch (TooMuchException e) {
            throw new DocumentException(
                    Reason.LIMIT,
                    "A part of the PDF unpacks to more than " + (most >> 20)
                            + " MB; no ordinary document does. Print it to a new PDF if it is genuine.",
                    e);
        } catch (Stopped e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged: the library will show what of it can be shown.
        }
    }

    private static List<COSName> names(@Nullable COSBase filters) {
        var names = new LinkedHashSet<COSName>(); // the library applies each filter once, too
        if (filters instanceof COSName name) {
            names.add(name);
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return new ArrayList<>(names);
    }

    private long measured(InputStream raw, COSDictionary parameters, List<COSName> names) throws IOException {
        InputStream input = raw;
        long size = 0;
        for (int i = 0; i < names.size() && !IMAGE_FILTERS.contains(names.get(i).getName()); i++) {
            boolean last = i == names.size() - 1;
            var kept = new ByteArrayOutputStream();
            var counter = new Counter(last ? OutputStream.nullOutputStream() : kept, left);
            FilterFactory.INSTANCE.getFilter(names.get(i)).decode(input, counter, parameters, i, DecodeOptions.DEFAULT);
            input = new ByteArrayInputStream(kept.toByteArray());
            size = counter.size;
        }
        return size;
    }

    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Passes on so many bytes and no more. */
    private static final class Counter extends OutputStream {

        private final OutputStream target;
        private final long most;
        private long size;

        Counter(OutputStream target, long most) {
            this.target = target;
            this.most = most;
        }

        @Override
        public void write(int value) throws IOException {
            count(1);
            target.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Stopped.check();
            count(length);
            target.write(bytes, offset, length);
        }

        private void count(int length) throws IOException {
            size += length;
            if (size > most) {
                throw new TooMuchException();
            }
        }
    }
}
