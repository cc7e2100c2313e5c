package io.fumikura.core.internal.identify;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The directory of an OLE2 compound file ([MS-CFB]) and the beginnings of its streams. Bounded: at most 4,096 directory entries and 256
 * kB of a stream are read, and a chain of sectors that runs in a circle ends there.
 */
final class CompoundFile {

    private static final int MOST_ENTRIES = 4096;
    private static final int MOST_STREAM = 256 * 1024;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    record Entry(String name, int kind, int start, long size) {}

    private final RandomAccessFile file;
    private final int sectorSize;
    private final int smallSectorSize;
    private final int smallLimit;
    private final int[] tables;
    private final int smallTableStart;
    private final List<Entry> entries;

    private CompoundFile(RandomAccessFile file) throws IOException {
        this.file = file;
        ByteBuffer header = read(0, 512);
        if (header.limit() < 512) {
            throw new IOException("The header is cut off.");
        }
        sectorSize = 1 << shift(header.getShort(30), 9, 12);
        smallSectorSize = 1 << shift(header.getShort(32), 4, 9);
        smallLimit = header.getInt(56);
        smallTableStart = header.getInt(60);
        tables = tables(header);
        entries = directory(header.getInt(48));
    }

    interface Look<T> {
        T at(CompoundFile file) throws IOException;
    }

    /** @throws IOException when the file is no readable compound file */
    static <T> T open(Path path, Look<T> look) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            return look.at(new CompoundFile(file));
        }
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equalsIgnoreCase(name));
    }

    boolean hasStarting(String prefix) {
        return entries.stream().anyMatch(entry -> entry.name().startsWith(prefix));
    }

    /** The beginning of a stream; empty bytes when there is none. */
    ByteBuffer stream(String name) throws IOException {
        Optional<Entry> entry = entries.stream()
                .filter(candidate -> candidate.kind() == STREAM && candidate.name().equalsIgnoreCase(name))
                .findFirst();
        return entry.isEmpty() ? little(new byte[0]) : stream(entry.get());
    }

    private ByteBuffer stream(Entry entry) throws IOException {
        int length = (int) Math.max(0, Math.min(entry.size(), MOST_STREAM));
        return entry.size() >= smallLimit ? chain(entry.start(), length) : small(entry.start(), length);
    }

    /** Small streams lie in the root entry's stream, in sectors of their own with a table of their own. */
    private ByteBuffer small(int start, int length) throws IOException {
        Entry root = entries.get(0);
        ByteBuffer table = chain(smallTableStart, MOST_STREAM);
        ByteBuffer sectors = chain(root.start(), (int) Math.min(root.size(), 16L * MOST_STREAM));
        var bytes = new byte[length];
        int done = 0;
        for (int at = start; at >= 0 && done < length; at = at * 4 + 4 <= table.limit() ? table.getInt(at * 4) : -1) {
            int from = at * smallSectorSize;
            int part = Math.min(Math.min(smallSectorSize, length - done), sectors.limit() - from);
            if (part <= 0) {
                break;
            }
            sectors.get(from, bytes, done, part);
            done += part;
        }
        return little(Arrays.copyOf(bytes, done));
    }

    private ByteBuffer chain(int start, int most) throws IOException {
        var bytes = new byte[most];
        int done = 0;
        for (int sector = start; sector >= 0 && done < most; sector = next(sector)) {
            ByteBuffer part = read(offset(sector), Math.min(sectorSize, most - done));
            if (part.limit() == 0) {
                break;
            }
            part.get(bytes, done, part.limit());
            done += part.limit();
        }
        return little(Arrays.copyOf(bytes, done));
    }

    private int next(int sector) throws IOException {
        int perTable = sectorSize / 4;
        int table = sector / perTable;
        if (table >= tables.length || tables[table] < 0) {
            return -1;
        }
        ByteBuffer value = read(offset(tables[table]) + (sector % perTable) * 4L, 4);
        return value.limit() < 4 ? -1 : value.getInt(0);
    }

    private int[] tables(ByteBuffer header) throws IOException {
        int count = Math.max(0, Math.min(header.getInt(44), 100_000));
        var found = new int[count];
        Arrays.fill(found, -1);
        for (int i = 0; i < Math.min(count, 109); i++) {
            found[i] = header.getInt(76 + 4 * i);
        }
        int perSector = sectorSize / 4 - 1;
        int more = header.getInt(68);
        for (int i = 109; i < count && more >= 0; i += perSector) {
            ByteBuffer sector = read(offset(more), sectorSize);
            if (sector.limit() < sectorSize) {
                break;
            }
            for (int j = 0; j < perSector && i + j < count; j++) {
                found[i + j] = sector.getInt(4 * j);
            }
            more = sector.getInt(4 * perSector);
        }
        return found;
    }

    private List<Entry> directory(int start) throws IOException {
        ByteBuffer bytes = chain(start, MOST_ENTRIES * 128);
        var found = new ArrayList<Entry>();
        for (int at = 0; at + 128 <= bytes.limit(); at += 128) {
            int kind = bytes.get(at + 66);
            int length = Math.max(0, Math.min(64, bytes.getShort(at + 64)) - 2);
            var name = new byte[length];
            bytes.get(at, name);
            if (kind != 0) {
                found.add(new Entry(
                        new String(name, StandardCharsets.UTF_16LE),
                        kind,
                        bytes.getInt(at + 116),
                        bytes.getInt(at + 120) & 0xffffffffL));
            }
        }
        if (found.isEmpty() || found.get(0).kind() != ROOT) {
            throw new IOException("The directory is missing.");
        }
        return found;
    }

    private long offset(int sector) {
        return (sector + 1L) * sectorSize;
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || offset >= file.length()) {
            return little(new byte[0]);
        }
        var bytes = new byte[(int) Math.min(length, file.length() - offset)];
        file.seek(offset);
        file.readFully(bytes);
        return little(bytes);
    }

    private static int shift(int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException("The header is damaged.");
        }
        return value;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
