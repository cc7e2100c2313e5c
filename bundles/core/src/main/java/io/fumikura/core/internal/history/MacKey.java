package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/** The key that whoever owns the database only does not have: what it covers can't be made anew with SQL. */
final class MacKey {

    private final byte[] key;
    private final byte[] id;

    private MacKey(byte[] key) {
        this.key = key;
        id = Arrays.copyOf(Hashes.of(key), 8);
    }

    static MacKey of(Secrets secrets) {
        return new MacKey(secrets.derive("history"));
    }

    /** Tells keys apart. */
    byte[] id() {
        return id.clone();
    }

    byte[] entry(byte[] leaf) {
        return Hashes.mac(key, "entry".getBytes(StandardCharsets.US_ASCII), leaf);
    }

    byte[] head(UUID log, Frontier frontier, Instant last) {
        byte[] numbers = ByteBuffer.allocate(32)
                .putLong(log.getMostSignificantBits())
                .putLong(log.getLeastSignificantBits())
                .putLong(frontier.size())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, last))
                .array();
        return Hashes.mac(key, "head".getBytes(StandardCharsets.US_ASCII), numbers, frontier.bytes());
    }
}
