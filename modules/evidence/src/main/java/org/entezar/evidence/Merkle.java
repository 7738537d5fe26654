package org.entezar.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle trees as in RFC 6962 §2.1: a leaf is SHA-256 of 0x00 and its data, a node SHA-256 of 0x01 and its two children,
 * and the left child is the largest full tree that leaves something to the right. Proofs are lists of hashes from the
 * bottom up. All functions are pure and safe for use by many threads.
 */
public final class Merkle {

    private Merkle() {}

    /** The tree over no leaves: SHA-256 of nothing. */
    public static final Hash EMPTY = Hash.sha256(new byte[0]);

    /** Gives hashes of parts of a tree, so that a large tree need not be in memory. */
    @FunctionalInterface
    public interface Subtrees {
        /**
         * The root over a full, aligned part.
         *
         * @param start first leaf, a multiple of {@code size}
         * @param size number of leaves, a power of two
         */
        Hash full(long start, long size);
    }

    /** The hash of a leaf with this data. */
    public static Hash leaf(byte[] data) {
        MessageDigest digest = Hash.digest();
        digest.update((byte) 0);
        digest.update(data);
        return Hash.wrap(digest.digest());
    }

    /** The hash of a node over two children. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Hash.digest();
        digest.update((byte) 1);
        digest.update(left.raw());
        digest.update(right.raw());
        return Hash.wrap(digest.digest());
    }

    /** The root over leaves, given by their hashes. */
    public static Hash root(List<Hash> leaves) {
        return leaves.isEmpty() ? EMPTY : root(over(leaves), 0, leaves.size());
    }

    /** Parts of a tree whose leaves are all in memory. */
    public static Subtrees over(List<Hash> leaves) {
        return new Subtrees() {
            @Override
            public Hash full(long start, long size) {
                if (size == 1) {
                    return leaves.get((int) start);
                }
                long half = size / 2;
                return node(full(start, half), full(start + half, half));
            }
        };
    }

    /** The root over the leaves from {@code start} on, where {@code start} is where a subtree of that size begins. */
    public static Hash root(Subtrees tree, long start, long size) {
        if (size == 0) {
            return EMPTY;
        }
        if (Long.bitCount(size) == 1) {
            return tree.full(start, size);
        }
        long left = split(size);
        return node(tree.full(start, left), root(tree, start + left, size - left));
    }

    /**
     * Proves that the leaf is in the tree (RFC 6962 §2.1.1).
     *
     * @param index the leaf's place, from 0
     * @param size leaves of the tree
     */
    public static List<Hash> inclusion(Subtrees tree, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(tree, index, 0, size, path);
        return path;
    }

    private static void inclusion(Subtrees tree, long index, long start, long size, List<Hash> path) {
        if (size == 1) {
            return;
        }
        long left = split(size);
        if (index < left) {
            inclusion(tree, index, start, left, path);
            path.add(root(tree, start + left, size - left));
        } else {
            inclusion(tree, index - left, start + left, size - left, path);
            path.add(root(tree, start, left));
        }
    }

    /** Whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2). */
    public static boolean includes(Hash root, long index, long size, Hash leaf, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Proves that the tree of the first {@code before} leaves is the beginning of the tree of {@code after} leaves (RFC
     * 6962 §2.1.2).
     */
    public static List<Hash> consistency(Subtrees tree, long before, long after) {
        if (before < 1 || before > after) {
            throw new IllegalArgumentException("No tree of " + before + " begins one of " + after);
        }
        List<Hash> proof = new ArrayList<>();
        if (before < after) {
            consistency(tree, before, 0, after, true, proof);
        }
        return proof;
    }

    private static void consistency(
            Subtrees tree, long before, long start, long size, boolean whole, List<Hash> proof) {
        if (before == size) {
            if (!whole) {
                proof.add(root(tree, start, size));
            }
            return;
        }
        long left = split(size);
        if (before <= left) {
            consistency(tree, before, start, left, whole, proof);
            proof.add(root(tree, start + left, size - left));
        } else {
            consistency(tree, before - left, start + left, size - left, false, proof);
            proof.add(root(tree, start, left));
        }
    }

    /** Whether the proof shows that one tree begins the other (RFC 9162 §2.1.4.2). */
    public static boolean isConsistent(long before, Hash rootBefore, long after, Hash rootAfter, List<Hash> proof) {
        if (before < 1 || before > after) {
            return false;
        }
        if (before == after) {
            return proof.isEmpty() && rootBefore.equals(rootAfter);
        }
        if (proof.isEmpty()) {
            return false;
        }
        int next = 0;
        Hash first = Long.bitCount(before) == 1 ? rootBefore : proof.get(next++);
        long node = before - 1;
        long last = after - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash one = first;
        Hash two = first;
        while (next < proof.size()) {
            if (last == 0) {
                return false;
            }
            Hash sibling = proof.get(next++);
            if ((node & 1) == 1 || node == last) {
                one = node(sibling, one);
                two = node(sibling, two);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                two = node(two, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && one.equals(rootBefore) && two.equals(rootAfter);
    }

    /** The largest power of two below the size, which is at least 2. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
