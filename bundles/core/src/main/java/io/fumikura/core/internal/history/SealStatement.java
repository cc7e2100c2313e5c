package io.fumikura.core.internal.history;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a time stamp covers: 112 bytes (docs/history-format.md).
 *
 * @param platform the installation whose history it is
 * @param before SHA-256 of the statement before; zeros for the first
 * @param keyId of the key that covered the entries
 * @param root of the tree over the heads of all logs in the order of their ids
 */
record SealStatement(
        UUID platform, long number, Instant at, byte[] before, byte[] keyId, int logs, byte[] root) {

    private static final byte[] MAGIC = "FKS1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_ID = 8;
    private static final int LENGTH = 4 + 16 + 8 + 8 + Hashes.LENGTH + KEY_ID + 4 + Hashes.LENGTH;

    byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .putLong(platform.getMostSignificantBits())
                .putLong(platform.getLeastSignificantBits())
                .putLong(number)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .put(before)
                .put(keyId)
                .putInt(logs)
                .put(root)
                .array();
    }

    /** @throws IllegalArgumentException when these are not exactly the bytes of a statement */
    static SealStatement decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (bytes.length != LENGTH || !Arrays.equals(take(in, MAGIC.length), MAGIC)) {
                throw new IllegalArgumentException("That is no statement of a seal.");
            }
            return new SealStatement(
                    new UUID(in.getLong(), in.getLong()),
                    in.getLong(),
                    Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS),
                    take(in, Hashes.LENGTH),
                    take(in, KEY_ID),
                    in.getInt(),
                    take(in, Hashes.LENGTH));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The statement of a seal is cut off.", e);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
