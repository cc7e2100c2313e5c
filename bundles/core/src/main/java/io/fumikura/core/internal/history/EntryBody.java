package io.fumikura.core.internal.history;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of an entry, which the tree holds (docs/history-format.md). Texts stand here as salted hashes only, in <em>slots</em>: the
 * author's name, the name of whom the author acts for, the address, the reason, then from and to of each field.
 *
 * @param slots hashes; null where the text is empty. Four and two for each field
 */
record EntryBody(
        UUID log,
        long sequence,
        Instant at,
        String action,
        Subject subject,
        long revision,
        @Nullable UUID user,
        @Nullable UUID actsFor,
        List<String> fields,
        List<byte @Nullable []> slots) {

    /** Slots before those of the fields. */
    static final int FIXED = 4;

    private static final byte[] MAGIC = "FKH1".getBytes(StandardCharsets.US_ASCII);

    byte[] encode() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            write(out, log);
            out.writeLong(sequence);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            write(out, action);
            write(out, subject.type());
            write(out, subject.id());
            out.writeLong(revision);
            writeOptional(out, user);
            writeOptional(out, actsFor);
            for (int slot = 0; slot < FIXED; slot++) {
                write(out, slots.get(slot));
            }
            out.writeShort(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                write(out, fields.get(i));
                write(out, slots.get(FIXED + 2 * i));
                write(out, slots.get(FIXED + 2 * i + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when these are not exactly the bytes of an entry */
    static EntryBody decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            require(Arrays.equals(magic, MAGIC), "has an unknown format");
            UUID log = uuid(in);
            long sequence = in.getLong();
            Instant at = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            String action = text(in);
            var subject = new Subject(text(in), uuid(in));
            long revision = in.getLong();
            UUID user = optionalUuid(in);
            UUID actsFor = optionalUuid(in);
            List<byte @Nullable []> slots = new ArrayList<>();
            for (int slot = 0; slot < FIXED; slot++) {
                slots.add(slot(in));
            }
            int count = in.getShort() & 0xffff;
            var fields = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                fields.add(text(in));
                slots.add(slot(in));
                slots.add(slot(in));
            }
            require(!in.hasRemaining(), "has bytes after its end");
            return new EntryBody(log, sequence, at, action, subject, revision, user, actsFor, fields, slots);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The entry is cut off.", e);
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void writeOptional(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeByte(id == null ? 0 : 1);
        if (id != null) {
            write(out, id);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        require(bytes.length <= 0xffff, "has too long a name");
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, byte @Nullable [] hash) throws IOException {
        out.writeByte(hash == null ? 0 : 1);
        if (hash != null) {
            out.write(hash);
        }
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static @Nullable UUID optionalUuid(ByteBuffer in) {
        return isPresent(in) ? uuid(in) : null;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xffff];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] slot(ByteBuffer in) {
        if (!isPresent(in)) {
            return null;
        }
        byte[] hash = new byte[Hashes.LENGTH];
        in.get(hash);
        return hash;
    }

    private static boolean isPresent(ByteBuffer in) {
        byte flag = in.get();
        require(flag == 0 || flag == 1, "has a flag of " + flag);
        return flag == 1;
    }

    private static void require(boolean good, String trouble) {
        if (!good) {
            throw new IllegalArgumentException("The entry " + trouble + ".");
        }
    }
}
