package io.fumikura.core.internal.identify;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The table of contents of a zip file (APPNOTE.TXT 4.3), read without unpacking: at most 10,000 entries of at most 8 MB of
 * directory are looked at. Unlike java.util.zip it says which entries are encrypted.
 */
final class ZipListing {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int MOST_DIRECTORY = 8 << 20;
    private static final int MOST_ENTRIES = 10_000;

    /** @param method 0 stored, 8 deflated */
    record Entry(String name, boolean encrypted, int method, long compressed, long offset) {}

    private final Path path;
    private final List<Entry> entries;

    private ZipListing(Path path, List<Entry> entries) {
        this.path = path;
        this.entries = List.copyOf(entries);
    }

    /** Empty when the file has no readable directory: cut off or damaged. */
    static Optional<ZipListing> of(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), 0xffff + 22);
            var tail = read(file, file.length() - length, length);
            for (int i = length - 22; i >= 0; i--) {
                if (tail.getInt(i) == END) {
                    long size = tail.getInt(i + 12) & 0xffffffffL;
                    long end = file.length() - length + i;
                    // Taken from the end, so that bytes put before the archive do no harm.
                    long start = Math.min(tail.getInt(i + 16) & 0xffffffffL, end - size);
                    return size > MOST_DIRECTORY || start < 0
                            ? Optional.empty()
                            : Optional.of(new ZipListing(path, entries(read(file, start, (int) size))));
                }
            }
            return Optional.empty();
        }
    }

    private static List<Entry> entries(ByteBuffer directory) {
        var found = new ArrayList<Entry>();
        int at = 0;
        while (at + 46 <= directory.limit() && directory.getInt(at) == ENTRY && found.size() < MOST_ENTRIES) {
            int name = directory.getShort(at + 28) & 0xffff;
            int more = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            if (at + 46 + name > directory.limit()) {
                break;
            }
            var bytes = new byte[name];
            directory.get(at + 46, bytes);
            found.add(new Entry(
                    new String(bytes, StandardCharsets.UTF_8).replace('\\', '/'),
                    (directory.getShort(at + 8) & 1) != 0,
                    directory.getShort(at + 10),
                    directory.getInt(at + 20) & 0xffffffffL,
                    directory.getInt(at + 42) & 0xffffffffL));
            at += 46 + name + more;
        }
        return found;
    }

    List<Entry> entries() {
        return entries;
    }

    boolean hasUnder(String folder) {
        return entries.stream().anyMatch(entry -> entry.name().regionMatches(true, 0, folder, 0, folder.length()));
    }

    /** The beginning of an entry as Latin-1 text, at most {@code most} characters; empty when there is none or it can't be unpacked. */
    String text(String name, int most) throws IOException {
        for (Entry entry : entries) {
            if (entry.name().equalsIgnoreCase(name) && !entry.encrypted()) {
                return text(entry, most);
            }
        }
        return "";
    }

    private String text(Entry entry, int most) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var header = read(file, entry.offset(), 30);
            if (header.limit() < 30) {
                return "";
            }
            long start = entry.offset() + 30 + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
            byte[] packed = read(file, start, (int) Math.min(entry.compressed(), most)).array();
            return new String(entry.method() == 8 ? inflate(packed, most) : packed, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] inflate(byte[] packed, int most) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var plain = new byte[most];
            int length = inflater.inflate(plain);
            return java.util.Arrays.copyOf(plain, length);
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long offset, int length) throws IOException {
        if (offset < 0 || offset >= file.length()) {
            return ByteBuffer.allocate(0);
        }
        var bytes = new byte[(int) Math.min(length, file.length() - offset)];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
