package io.fumikura.storage.spi;

/**
 * A stored blob.
 *
 * @param sha256 of the plain bytes, 64 lower-case hexadecimal digits
 * @param size number of plain bytes
 */
public record StoredBlob(String sha256, long size) {

    public StoredBlob {
        if (!sha256.matches("[0-9a-f]{64}") || size < 0) {
            throw new IllegalArgumentException("no blob: " + sha256 + ", " + size + " bytes");
        }
    }
}
