package org.kanmai.facts.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Binary;

@Tag("GV-17")
class MerkleTests {
    private static final int MOST = 70;

    private final Sha256 hash = new Sha256();
    private final Map<String, byte[]> nodes = new HashMap<>();
    private final List<Binary> roots = new ArrayList<>();
    private final MerkleProofs proofs = new MerkleProofs(this::node);

    MerkleTests() {
        var tree = new GrowingTree((level, place, node) -> nodes.put(level + "/" + place, node));
        roots.add(tree.root());
        for (int leaf = 0; leaf < MOST; leaf++) {
            tree.add(record(leaf));
            roots.add(tree.root());
        }
    }

    @Test
    void rootsAreThoseThatCertificateTransparencyPublishes() {
        var records = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var published = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new GrowingTree();
        assertThat(tree.root()).isEqualTo(hex(published.getFirst()));
        for (int leaf = 0; leaf < records.size(); leaf++) {
            tree.add(HexFormat.of().parseHex(records.get(leaf)));
            assertThat(tree.root()).isEqualTo(hex(published.get(leaf + 1)));
        }
    }

    @Test
    void eachLeafIsProvedInEachTreeThatHasItAndNothingElseIs() {
        for (int size = 1; size <= MOST; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                var path = proofs.inclusion(leaf, size);
                var own = Binary.of(hash.leaf(record(leaf)));
                assertThat(MerkleChecks.includes(roots.get(size), size, leaf, own, path))
                        .isTrue();
                assertThat(MerkleChecks.includes(roots.get(size - 1), size, leaf, own, path))
                        .isFalse();
                assertThat(MerkleChecks.includes(roots.get(size), size, (leaf + 1) % size, own, path))
                        .isEqualTo(size == 1);
                var other = Binary.of(hash.leaf(record(leaf + 1)));
                assertThat(MerkleChecks.includes(roots.get(size), size, leaf, other, path))
                        .isFalse();
            }
        }
    }

    @Test
    void eachTreeIsProvedToBeginWithEachFormerOne() {
        for (int size = 1; size <= MOST; size++) {
            for (int former = 1; former <= size; former++) {
                var path = proofs.consistency(former, size);
                assertThat(MerkleChecks.extended(roots.get(former), former, roots.get(size), size, path))
                        .isTrue();
                assertThat(MerkleChecks.extended(roots.get(former - 1), former, roots.get(size), size, path))
                        .isFalse();
                assertThat(MerkleChecks.extended(roots.get(former), former, roots.get(size - 1), size, path))
                        .isFalse();
            }
        }
    }

    @Test
    void aTreeGrowsOnFromItsNodes() {
        for (int size = 0; size < MOST; size++) {
            var told = new HashMap<String, byte[]>();
            var tree = new GrowingTree(size, this::node, (level, place, node) -> told.put(level + "/" + place, node));
            assertThat(tree.root()).isEqualTo(roots.get(size));
            tree.add(record(size));
            assertThat(tree.root()).isEqualTo(roots.get(size + 1));
            told.forEach((name, node) -> assertThat(node).isEqualTo(nodes.get(name)));
        }
    }

    @Test
    void whatATreeNeverHadIsNotProved() {
        assertThatThrownBy(() -> proofs.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] node(int level, long place) {
        return nodes.getOrDefault(level + "/" + place, new byte[32]);
    }

    private static byte[] record(int leaf) {
        return ("record " + leaf).getBytes(StandardCharsets.UTF_8);
    }

    private static Binary hex(String text) {
        return Binary.of(HexFormat.of().parseHex(text));
    }
}
