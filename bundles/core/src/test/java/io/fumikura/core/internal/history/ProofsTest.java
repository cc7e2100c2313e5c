package io.fumikura.core.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final List<byte[]> STANDARD = IntStream.range(0, 8)
            .mapToObj(i -> List.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .get(i))
            .map(hex -> Hashes.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hashes.leaf(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }

    @Test
    void hashesAreThoseOfTheStandard() {
        assertThat(hex(new Frontier().root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(Hashes.leaf(new byte[0]))).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(Proofs.root(STANDARD))).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void rootsOfAllSizesAreThoseOfTheDefinition() {
        List<byte[]> leaves = leaves(70);
        var frontier = new Frontier();
        for (int size = 1; size <= 70; size++) {
            frontier.append(leaves.get(size - 1));
            assertThat(frontier.root()).isEqualTo(byDefinition(leaves.subList(0, size)));
            frontier = new Frontier(size, frontier.bytes());
        }
    }

    private static byte[] byDefinition(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hashes.node(byDefinition(leaves.subList(0, split)), byDefinition(leaves.subList(split, leaves.size())));
    }

    @Test
    void everyInclusionOfEverySizeIsProvenAndNothingElse() {
        for (int size = 1; size <= 33; size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = Proofs.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = Proofs.inclusion(leaves, index);
                byte[] leaf = leaves.get(index);
                assertThat(Proofs.isIncluded(leaf, index, size, path, root)).isTrue();
                for (int other = 0; other < size; other++) {
                    assertThat(Proofs.isIncluded(leaf, other, size, path, root)).isEqualTo(other == index);
                }
                assertThat(Proofs.isIncluded(leaf, -1, size, path, root)).isFalse();
                assertThat(Proofs.isIncluded(leaf, size, size, path, root)).isFalse();
                assertThat(Proofs.isIncluded(Hashes.leaf(new byte[] {1}), index, size, path, root)).isFalse();
                for (List<byte[]> forged : forgeries(path, root)) {
                    assertThat(Proofs.isIncluded(leaf, index, size, forged, root)).isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyOfEverySizeIsProvenAndNothingElse() {
        for (int later = 1; later <= 33; later++) {
            List<byte[]> leaves = leaves(later);
            byte[] root = Proofs.root(leaves);
            for (int earlier = 1; earlier <= later; earlier++) {
                byte[] before = Proofs.root(leaves.subList(0, earlier));
                List<byte[]> proof = Proofs.consistency(leaves, earlier);
                assertThat(Proofs.isConsistent(earlier, before, later, root, proof)).isTrue();
                byte[] rewritten = Proofs.root(leaves(later + 1).subList(1, earlier + 1));
                assertThat(Proofs.isConsistent(earlier, rewritten, later, root, proof)).isFalse();
                assertThat(Proofs.isConsistent(0, before, later, root, proof)).isFalse();
                assertThat(Proofs.isConsistent(later + 1, before, later, root, proof)).isFalse();
                for (List<byte[]> forged : forgeries(proof, before)) {
                    assertThat(Proofs.isConsistent(earlier, before, later, root, forged)).isFalse();
                }
            }
        }
    }

    /** Proofs that somebody might hope to get through: longer, shorter, turned around, with other or cut hashes. */
    private static List<List<byte[]>> forgeries(List<byte[]> proof, byte[] extra) {
        var forged = new ArrayList<List<byte[]>>();
        for (int i = 0; i <= proof.size(); i++) {
            var longer = new ArrayList<>(proof);
            longer.add(i, extra);
            forged.add(longer);
        }
        for (int i = 0; i < proof.size(); i++) {
            var shorter = new ArrayList<>(proof);
            shorter.remove(i);
            forged.add(shorter);
            for (byte[] other : List.of(flipped(proof.get(i)), new byte[0], new byte[31])) {
                var altered = new ArrayList<>(proof);
                altered.set(i, other);
                forged.add(altered);
            }
        }
        if (proof.size() > 1) {
            var turned = new ArrayList<>(proof);
            java.util.Collections.reverse(turned);
            forged.add(turned);
        }
        return forged;
    }

    private static byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[31] ^= 1;
        return other;
    }
}
