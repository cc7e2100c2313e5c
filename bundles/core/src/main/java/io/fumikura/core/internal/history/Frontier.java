package io.fumikura.core.internal.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a Merkle tree (RFC 6962, 2.1): the roots of its perfect subtrees, largest first. It is all that appending needs, and
 * gives the root.
 */
final class Frontier {

    private final List<byte[]> roots;
    private long size;

    Frontier() {
        this(0, new byte[0]);
    }

    /** @throws IllegalArgumentException when the bytes are not those of a tree of that size */
    Frontier(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * Hashes.LENGTH) {
            throw new IllegalArgumentException("A tree of " + size + " entries has no edge of " + bytes.length + " bytes.");
        }
        this.size = size;
        roots = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Hashes.LENGTH) {
            roots.add(Arrays.copyOfRange(bytes, at, at + Hashes.LENGTH));
        }
    }

    long size() {
        return size;
    }

    void append(byte[] leaf) {
        byte[] root = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            root = Hashes.node(roots.remove(roots.size() - 1), root);
        }
        roots.add(root);
        size++;
    }

    byte[] root() {
        if (roots.isEmpty()) {
            return Hashes.empty();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hashes.node(roots.get(i), root);
        }
        return root;
    }

    byte[] bytes() {
        byte[] all = new byte[roots.size() * Hashes.LENGTH];
        for (int i = 0; i < roots.size(); i++) {
            System.arraycopy(roots.get(i), 0, all, i * Hashes.LENGTH, Hashes.LENGTH);
        }
        return all;
    }
}
