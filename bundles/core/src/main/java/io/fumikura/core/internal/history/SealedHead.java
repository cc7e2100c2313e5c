package io.fumikura.core.internal.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A log's head as it goes into the tree over all heads. */
record SealedHead(UUID log, long entries, byte[] root) {

    private static final byte[] MAGIC = "FKT1".getBytes(StandardCharsets.US_ASCII);

    static SealedHead of(Head head) {
        return new SealedHead(head.log(), head.frontier().size(), head.frontier().root());
    }

    byte[] leaf() {
        return Hashes.leaf(ByteBuffer.allocate(4 + 16 + 8 + Hashes.LENGTH)
                .put(MAGIC)
                .putLong(log.getMostSignificantBits())
                .putLong(log.getLeastSignificantBits())
                .putLong(entries)
                .put(root)
                .array());
    }
}
