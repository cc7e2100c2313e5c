package io.fumikura.core.internal.history;

import java.util.List;

/**
 * A time stamp over the heads of all logs.
 *
 * @param statement the bytes that were stamped
 * @param token of the time stamp, in DER
 * @param heads in the order of their logs' ids
 */
record StoredSeal(byte[] statement, byte[] token, String authority, List<SealedHead> heads) {

    StoredSeal {
        heads = List.copyOf(heads);
    }

    List<byte[]> leaves() {
        return heads.stream().map(SealedHead::leaf).toList();
    }
}
