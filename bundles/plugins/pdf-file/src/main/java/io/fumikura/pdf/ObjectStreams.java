package io.fumikura.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Streams that the library unpacks while it opens a file: packed objects and cross references. They are looked for in the bytes of
 * the file, because their place in its structure is only known once they are unpacked. Encrypted ones can't be looked into.
 */
final class ObjectStreams {

    private static final int CHUNK = 1 << 20;
    private static final int DICTIONARY = 4096;
    private static final long MOST_OF_ALL = 4 * Unpacking.MOST;
    private static final List<byte[]> TYPES = List.of(ascii("/ObjStm"), ascii("/XRef"));
    private static final byte[] STREAM = ascii("stream");

    private final Path path;
    private long all;

    ObjectStreams(Path path) {
        this.path = path;
    }

    /** @throws DocumentException LIMIT */
    void check() throws IOException, DocumentException {
        List<Long> places = places();
        if (places.isEmpty()) {
            return;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            for (long place : places) {
                all += unpacked(file, place);
                refuse(all > MOST_OF_ALL);
            }
        }
    }

    private static void refuse(boolean tooMuch) throws DocumentException {
        if (tooMuch) {
            throw new DocumentException(
                    Reason.LIMIT,
                    "The list of objects of the PDF unpacks to hundreds of megabytes; no ordinary document does. "
                            + "Print it to a new PDF if it is genuine.");
        }
    }

    private List<Long> places() throws IOException {
        var places = new ArrayList<Long>();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(path)) {
            long start = 0;
            int kept = 0;
            for (int read = in.readNBytes(chunk, 0, CHUNK); read > kept; ) {
                for (int i = 0; i < read - 7; i++) {
                    if (chunk[i] == '/' && isType(chunk, i)) {
                        places.add(start + i);
                    }
                }
                kept = Math.min(7, read);
                start += read - kept;
                System.arraycopy(chunk, read - kept, chunk, 0, kept);
                read = kept + in.readNBytes(chunk, kept, CHUNK - kept);
            }
        }
        return places;
    }

    private static boolean isType(byte[] chunk, int at) {
        return TYPES.stream().anyMatch(type -> matches(chunk, at, type));
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        if (at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Size of the stream whose dictionary holds the place; 0 when it is not packed, or damaged. */
    private static long unpacked(RandomAccessFile file, long place) throws IOException, DocumentException {
        byte[] head = new byte[DICTIONARY];
        file.seek(place);
        int length = Math.max(0, file.read(head));
        int data = 0;
        while (data < length && !matches(head, data, STREAM)) {
            data++;
        }
        data += STREAM.length;
        while (data < length && (head[data] == '\r' || head[data] == '\n')) {
            data++;
        }
        if (data >= length) {
            return 0;
        }
        file.seek(place + data);
        return inflated(file);
    }

    private static long inflated(RandomAccessFile file) throws IOException, DocumentException {
        var inflater = new Inflater();
        byte[] packed = new byte[1 << 15];
        byte[] unpacked = new byte[1 << 16];
        long size = 0;
        try {
            while (!inflater.finished() && !inflater.needsDictionary()) {
                if (inflater.needsInput()) {
                    int read = file.read(packed);
                    if (read <= 0) {
                        break;
                    }
                    inflater.setInput(packed, 0, read);
                }
                size += inflater.inflate(unpacked);
                refuse(size > Unpacking.MOST);
            }
        } catch (DataFormatException e) {
            // Not packed, damaged or encrypted.
        } finally {
            inflater.end();
        }
        return size;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
