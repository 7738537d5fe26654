package org.entezar.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The trees of RFC 6962: known roots, and proofs that hold for what is in the tree and for nothing else. */
class MerkleTest {

    /** Leaves and roots of the test data of Google's certificate-transparency. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<Hash> known() {
        return LEAVES.stream()
                .map(leaf -> Merkle.leaf(HexFormat.of().parseHex(leaf)))
                .toList();
    }

    private static List<Hash> leaves(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Merkle.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }

    @Test
    void theTreeOverNothingIsTheHashOfNothing() {
        assertThat(Merkle.EMPTY.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(TreeFront.empty().root()).isEqualTo(Merkle.EMPTY);
    }

    @Test
    void rootsAreThoseOfTheKnownTrees() {
        TreeFront front = TreeFront.empty();
        for (int size = 1; size <= LEAVES.size(); size++) {
            List<Hash> part = known().subList(0, size);
            front.add(part.get(size - 1));
            assertThat(Merkle.root(part).hex()).isEqualTo(ROOTS.get(size - 1));
            assertThat(front.root().hex()).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void pathsAreThoseOfTheKnownTree() {
        assertThat(Merkle.inclusion(Merkle.over(known()), 5, 8).stream().map(Hash::hex))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Property(tries = 300)
    void aLeafIsProvedInItsPlaceOnly(
            @ForAll @IntRange(min = 1, max = 400) int size, @ForAll @IntRange(max = 399) int place) {
        int index = place % size;
        List<Hash> leaves = leaves(size);
        Hash root = Merkle.root(leaves);
        List<Hash> path = Merkle.inclusion(Merkle.over(leaves), index, size);
        assertThat(Merkle.includes(root, index, size, leaves.get(index), path)).isTrue();
        assertThat(Merkle.includes(root, index, size, Merkle.leaf(new byte[] {9, 9, 9}), path))
                .isFalse();
        if (size > 1) {
            assertThat(Merkle.includes(root, (index + 1) % size, size, leaves.get(index), path))
                    .isFalse();
            assertThat(Merkle.includes(root, index, size, leaves.get(index), path.subList(1, path.size())))
                    .isFalse();
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(root);
        assertThat(Merkle.includes(root, index, size, leaves.get(index), longer))
                .isFalse();
    }

    @Property(tries = 300)
    void aTreeIsProvedToBeginAnother(
            @ForAll @IntRange(min = 1, max = 400) int size, @ForAll @IntRange(max = 399) int part) {
        int before = part % size + 1;
        List<Hash> leaves = leaves(size);
        Hash root = Merkle.root(leaves);
        Hash rootBefore = Merkle.root(leaves.subList(0, before));
        List<Hash> proof = Merkle.consistency(Merkle.over(leaves), before, size);
        assertThat(Merkle.isConsistent(before, rootBefore, size, root, proof)).isTrue();
        List<Hash> other = new ArrayList<>(leaves.subList(0, before));
        other.set(before - 1, Merkle.leaf(new byte[] {7, 7, 7}));
        assertThat(Merkle.isConsistent(before, Merkle.root(other), size, root, proof))
                .isFalse();
        if (before < size) {
            assertThat(Merkle.isConsistent(before, rootBefore, size, rootBefore, proof))
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void aFrontGoesOnFromWhereItWas(
            @ForAll @IntRange(min = 0, max = 300) int before, @ForAll @IntRange(min = 1, max = 100) int more) {
        List<Hash> leaves = leaves(before + more);
        TreeFront front = TreeFront.empty();
        leaves.subList(0, before).forEach(front::add);
        TreeFront taken = TreeFront.of(front.size(), front.parts());
        leaves.subList(before, before + more)
                .forEach(leaf -> taken.add(leaf, (level, index, root) -> assertThat(root)
                        .isEqualTo(Merkle.root(leaves.subList((int) (index << level), (int) ((index + 1) << level))))));
        assertThat(taken.root()).isEqualTo(Merkle.root(leaves));
    }
}
