package io.fumikura.search.lucene;

import io.fumikura.search.spi.SearchException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.BytesRef;

/** The place after which the next page begins: the sort values of the last hit. Good as long as the list is sorted the same way. */
final class Cursor {

    private static final int LONGEST = 4_000;
    private static final int ABSENT = 0;
    private static final int NUMBER = 1;
    private static final int BYTES = 2;

    private Cursor() {}

    static String write(FieldDoc last, Sort sort) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(sort.toString().hashCode());
            for (Object value : last.fields) {
                writeValue(out, value);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte(NUMBER);
            out.writeLong(number);
        } else if (value instanceof BytesRef text) {
            out.writeByte(BYTES);
            out.writeShort(text.length);
            out.write(text.bytes, text.offset, text.length);
        } else {
            out.writeByte(ABSENT);
        }
    }

    static FieldDoc read(String cursor, Sort sort) throws SearchException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.substring(0, Math.min(LONGEST, cursor.length())));
            var in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readInt() == sort.toString().hashCode()) {
                Object[] values = new Object[sort.getSort().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = readValue(in);
                }
                if (in.available() == Integer.BYTES && in.readInt() == checksum(bytes, bytes.length - Integer.BYTES)) {
                    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Told below.
        }
        throw SearchException.badQuery("The cursor is not one of this list. Start again at its first page.");
    }

    private static Object readValue(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case ABSENT -> null;
            case NUMBER -> in.readLong();
            case BYTES -> new BytesRef(in.readNBytes(in.readUnsignedShort()));
            default -> throw new IOException("no such kind of value");
        };
    }

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(Arrays.copyOf(bytes, length));
        return (int) crc.getValue();
    }
}
