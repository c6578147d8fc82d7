package org.kanmai.facts.proof;

import java.util.Arrays;
import java.util.List;
import org.kanmai.facts.Binary;

/** Checks the proofs of RFC 9162, sections 2.1.3.2 and 2.1.4.2, by nothing but the proof and the roots. */
public final class MerkleChecks {
    private MerkleChecks() {}

    /** Returns whether a path proves that the tree with a root has a leaf of this hash at this place. */
    public static boolean includes(Binary root, long size, long leaf, Binary leafHash, List<Binary> path) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        var walk = new Walk(leaf, size - 1, leafHash.bytes());
        for (Binary each : path) {
            if (walk.last == 0) {
                return false;
            }
            walk.up(each.bytes());
        }
        return walk.last == 0 && Arrays.equals(walk.former, root.bytes());
    }

    /** Returns whether a path proves that the tree with a root begins with the whole of a former tree. */
    public static boolean extended(Binary formerRoot, long former, Binary root, long size, List<Binary> path) {
        if (former == size) {
            return path.isEmpty() && formerRoot.equals(root);
        }
        if (former <= 0 || former > size || path.isEmpty()) {
            return false;
        }
        boolean whole = Long.bitCount(former) == 1;
        byte[] seed = whole ? formerRoot.bytes() : path.getFirst().bytes();
        var walk = new Walk(former - 1, size - 1, seed);
        walk.skipRightChildren();
        for (Binary each : whole ? path : path.subList(1, path.size())) {
            if (walk.last == 0) {
                return false;
            }
            walk.upBoth(each.bytes());
        }
        return walk.last == 0
                && Arrays.equals(walk.former, formerRoot.bytes())
                && Arrays.equals(walk.latter, root.bytes());
    }

    /** The algorithms' fn, sn, fr and sr. */
    private static final class Walk {
        private final Sha256 hash = new Sha256();
        private long place;
        private long last;
        private byte[] former;
        private byte[] latter;

        Walk(long place, long last, byte[] seed) {
            this.place = place;
            this.last = last;
            this.former = seed;
            this.latter = seed;
        }

        void skipRightChildren() {
            while ((place & 1) == 1) {
                place >>= 1;
                last >>= 1;
            }
        }

        void up(byte[] sibling) {
            if ((place & 1) == 1 || place == last) {
                former = hash.node(sibling, former);
                rise();
            } else {
                former = hash.node(former, sibling);
            }
            place >>= 1;
            last >>= 1;
        }

        void upBoth(byte[] sibling) {
            if ((place & 1) == 1 || place == last) {
                former = hash.node(sibling, former);
                latter = hash.node(sibling, latter);
                rise();
            } else {
                latter = hash.node(latter, sibling);
            }
            place >>= 1;
            last >>= 1;
        }

        /** Up past the levels on which a node at the right edge has no sibling. */
        private void rise() {
            while ((place & 1) == 0 && place != 0) {
                place >>= 1;
                last >>= 1;
            }
        }
    }
}
