package io.fumikura.core.internal.record;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Pages of text in the database: deflated, boxes as 1/65535 of the page, in parts that every database takes. */
public final class PageTexts {

    private static final int FORMAT = 1;
    private static final int PART = 500_000;
    private static final float SCALE = 65535;

    private PageTexts() {}

    /** Replaces a page. */
    public static void put(EntityManager entities, UUID record, PageText page) {
        Sql.update(entities, "delete from page_text where record_id = ? and page = ?", record, page.number());
        byte[] bytes = encode(page);
        for (int part = 0; part * PART < bytes.length; part++) {
            byte[] data = Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART));
            Sql.update(
                    entities,
                    "insert into page_text (record_id, page, part, source, data) values (?, ?, ?, ?, ?)",
                    record,
                    page.number(),
                    part,
                    page.source().name(),
                    data);
        }
    }

    /** Forgets all pages of a record. */
    public static void clear(EntityManager entities, UUID record) {
        Sql.update(entities, "delete from page_text where record_id = ?", record);
    }

    /** All pages in order. */
    public static List<PageText> all(EntityManager entities, UUID record) {
        return read(entities, "select page, data from page_text where record_id = ? order by page, part", PageTexts::decode, record);
    }

    /** The text of each page, without where it stands, of all the records that have pages. */
    public static Map<UUID, List<String>> texts(EntityManager entities, List<UUID> records) {
        record RecordPart(UUID record, Part part) {}
        String marks = String.join(", ", Collections.nCopies(records.size(), "?"));
        var parts = new HashMap<UUID, List<Part>>();
        Sql.query(
                        entities,
                        "select page, data, record_id from page_text where record_id in (" + marks + ") order by record_id, page, part",
                        row -> new RecordPart(row.getObject(3, UUID.class), new Part(row.getInt(1), row.getBytes(2))),
                        records.toArray())
                .forEach(found -> parts.computeIfAbsent(found.record(), id -> new ArrayList<>()).add(found.part()));
        var texts = new HashMap<UUID, List<String>>();
        parts.forEach((record, pages) -> texts.put(record, joined(pages, PageTexts::text)));
        return texts;
    }

    public static Optional<PageText> page(EntityManager entities, UUID record, int page) {
        return read(entities, "select page, data from page_text where record_id = ? and page = ? order by part", PageTexts::decode, record, page)
                .stream()
                .findFirst();
    }

    private record Part(int page, byte[] data) {}

    private static <T> List<T> read(EntityManager entities, String sql, Function<byte[], T> form, Object... parameters) {
        return joined(Sql.query(entities, sql, row -> new Part(row.getInt(1), row.getBytes(2)), parameters), form);
    }

    private static <T> List<T> joined(List<Part> parts, Function<byte[], T> form) {
        var pages = new ArrayList<T>();
        int i = 0;
        while (i < parts.size()) {
            int page = parts.get(i).page();
            var bytes = new ByteArrayOutputStream();
            while (i < parts.size() && parts.get(i).page() == page) {
                bytes.writeBytes(parts.get(i++).data());
            }
            pages.add(form.apply(bytes.toByteArray()));
        }
        return pages;
    }

    static byte[] encode(PageText page) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            String text = page.text();
            boolean sure = page.confidence(0, text.length()) >= 1;
            boolean flat = page.boxes(0, text.length()).isEmpty();
            out.writeByte(FORMAT);
            out.writeInt(page.number());
            out.writeDouble(page.width());
            out.writeDouble(page.height());
            out.writeUTF(page.source().name());
            out.writeBoolean(sure);
            out.writeBoolean(flat);
            out.writeInt(text.length());
            out.writeChars(text);
            for (int i = 0; !flat && i < text.length(); i++) {
                Box box = page.box(i);
                for (float edge : new float[] {box.left(), box.top(), box.right(), box.bottom()}) {
                    out.writeShort(Math.round(edge * SCALE));
                }
            }
            for (int i = 0; !sure && i < text.length(); i++) {
                out.writeByte((int) Math.round(page.confidence(i) * 255));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            requireForm(in.readByte());
            in.skipNBytes(Integer.BYTES + 2 * Double.BYTES);
            in.readUTF();
            in.skipNBytes(2);
            return new String(in.readNBytes(in.readInt() * 2), StandardCharsets.UTF_16BE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireForm(int format) throws IOException {
        if (format != FORMAT) {
            throw new IOException("A page of text has the unknown form " + format + ".");
        }
    }

    static PageText decode(byte[] bytes) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            requireForm(in.readByte());
            var page = PageText.builder(in.readInt(), in.readDouble(), in.readDouble(), TextSource.valueOf(in.readUTF()));
            boolean sure = in.readBoolean();
            boolean flat = in.readBoolean();
            int length = in.readInt();
            byte[] text = in.readNBytes(length * 2);
            byte[] boxes = in.readNBytes(flat ? 0 : length * 8);
            byte[] confidences = in.readNBytes(sure ? 0 : length);
            for (int i = 0; i < length; i++) {
                char letter = (char) unsigned(text, i * 2);
                Box box = flat
                        ? Box.NONE
                        : new Box(edge(boxes, i, 0), edge(boxes, i, 1), edge(boxes, i, 2), edge(boxes, i, 3));
                page.append(String.valueOf(letter), box, sure ? 1 : (confidences[i] & 0xff) / 255.0);
            }
            return page.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float edge(byte[] boxes, int character, int edge) {
        return unsigned(boxes, character * 8 + edge * 2) / SCALE;
    }

    private static int unsigned(byte[] bytes, int index) {
        return (bytes[index] & 0xff) << 8 | bytes[index + 1] & 0xff;
    }
}
