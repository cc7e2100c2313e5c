package io.fumikura.core.internal.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proofs of RFC 6962, 2.1.1 and 2.1.2, made from the hashes of all leaves, and their verification as in RFC 9162, 2.1.3.2 and 2.1.4.2, which
 * takes nothing for granted: a proof that is too long, too short or for another place is refused.
 */
final class Proofs {

    private Proofs() {}

    static byte[] root(List<byte[]> leaves) {
        var frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    /** That a leaf is at its place. */
    static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("There is no leaf " + index + " of " + leaves.size() + ".");
        }
        var path = new ArrayList<byte[]>();
        if (leaves.size() > 1) {
            int split = Integer.highestOneBit(leaves.size() - 1);
            List<byte[]> left = leaves.subList(0, split);
            List<byte[]> right = leaves.subList(split, leaves.size());
            path.addAll(index < split ? inclusion(left, index) : inclusion(right, index - split));
            path.add(root(index < split ? right : left));
        }
        return path;
    }

    static boolean isIncluded(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0 || sibling.length != Hashes.LENGTH) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hashes.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hashes.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** That the first leaves of the tree are the tree that there was before. */
    static List<byte[]> consistency(List<byte[]> leaves, int earlier) {
        if (earlier <= 0 || earlier > leaves.size()) {
            throw new IllegalArgumentException("There is no earlier tree of " + earlier + " leaves.");
        }
        return consistency(leaves, earlier, true);
    }

    private static List<byte[]> consistency(List<byte[]> leaves, int earlier, boolean whole) {
        var proof = new ArrayList<byte[]>();
        if (earlier == leaves.size()) {
            if (!whole) {
                proof.add(root(leaves));
            }
            return proof;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        if (earlier <= split) {
            proof.addAll(consistency(left, earlier, whole));
            proof.add(root(right));
        } else {
            proof.addAll(consistency(right, earlier - split, false));
            proof.add(root(left));
        }
        return proof;
    }

    static boolean isConsistent(long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
        if (earlier <= 0 || earlier > later || proof.stream().anyMatch(hash -> hash.length != Hashes.LENGTH)) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && Arrays.equals(earlierRoot, laterRoot);
        }
        var path = new ArrayList<byte[]>();
        if (Long.bitCount(earlier) == 1) {
            path.add(earlierRoot);
        }
        path.addAll(proof);
        if (path.isEmpty()) {
            return false;
        }
        long place = earlier - 1;
        long last = later - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] first = path.get(0);
        byte[] second = path.get(0);
        for (byte[] hash : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                first = Hashes.node(hash, first);
                second = Hashes.node(hash, second);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hashes.node(second, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(first, earlierRoot) && Arrays.equals(second, laterRoot);
    }
}
