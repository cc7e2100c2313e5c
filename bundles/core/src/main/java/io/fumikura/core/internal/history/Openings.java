package io.fumikura.core.internal.history;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts behind an entry's hashes with their salts, in the order of the slots. Slots of empty texts have none. */
final class Openings {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final byte PRESENT = 1;
    private static final byte ERASED = 2;

    private final List<@Nullable Opening> all;

    /** @param salt null when it was erased */
    private record Opening(byte @Nullable [] salt, byte[] text) {}

    private Openings(List<@Nullable Opening> all) {
        this.all = all;
    }

    /** With fresh salts. */
    static Openings of(List<String> texts) {
        List<@Nullable Opening> all = new ArrayList<>();
        for (String text : texts) {
            if (text.isEmpty()) {
                all.add(null);
            } else {
                byte[] salt = new byte[SALT];
                RANDOM.nextBytes(salt);
                all.add(new Opening(salt, text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return new Openings(all);
    }

    List<byte @Nullable []> hashes() {
        List<byte @Nullable []> hashes = new ArrayList<>();
        for (Opening opening : all) {
            hashes.add(opening == null || opening.salt() == null ? null : Hashes.value(opening.salt(), opening.text()));
        }
        return hashes;
    }

    byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        for (Opening opening : all) {
            if (opening == null) {
                continue;
            }
            byte[] salt = opening.salt();
            if (salt == null) {
                bytes.write(ERASED);
            } else {
                bytes.write(PRESENT);
                bytes.writeBytes(salt);
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(opening.text().length).array());
                bytes.writeBytes(opening.text());
            }
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when these are not exactly the bytes of the slots' texts */
    static Openings decode(byte[] bytes, List<byte @Nullable []> slots) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            List<@Nullable Opening> all = new ArrayList<>();
            for (byte[] slot : slots) {
                all.add(slot == null ? null : opening(in));
            }
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("The texts have bytes after their end.");
            }
            return new Openings(all);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The texts are cut off.", e);
        }
    }

    private static Opening opening(ByteBuffer in) {
        byte state = in.get();
        if (state == ERASED) {
            return new Opening(null, new byte[0]);
        }
        if (state != PRESENT) {
            throw new IllegalArgumentException("A text has the state " + state + ".");
        }
        byte[] salt = new byte[SALT];
        in.get(salt);
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("The texts are cut off.");
        }
        byte[] text = new byte[length];
        in.get(text);
        return new Opening(salt, text);
    }

    /** Whether each text that is still there is the one whose hash stands in the slot. */
    boolean match(List<byte @Nullable []> slots) {
        List<byte @Nullable []> hashes = hashes();
        for (int i = 0; i < slots.size(); i++) {
            Opening opening = all.get(i);
            if (opening != null && opening.salt() != null && !Arrays.equals(slots.get(i), hashes.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean hasErased() {
        return all.stream().anyMatch(opening -> opening != null && opening.salt() == null);
    }

    /** Without any text; what the hashes were of can't be told any more. */
    Openings erased() {
        List<@Nullable Opening> erased = new ArrayList<>();
        all.forEach(opening -> erased.add(opening == null ? null : new Opening(null, new byte[0])));
        return new Openings(erased);
    }

    /** Empty for a text that is empty or erased. */
    String text(int slot) {
        Opening opening = all.get(slot);
        return opening == null ? "" : new String(opening.text(), StandardCharsets.UTF_8);
    }
}
