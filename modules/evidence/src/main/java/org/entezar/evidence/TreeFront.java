package org.entezar.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The front of a growing Merkle tree: the roots of its largest full parts, from left to right, which is all that is
 * needed to go on and to know the root. A million leaves need twenty hashes. Not safe for use by many threads.
 */
public final class TreeFront {

    /** Told of each part that becomes full. */
    @FunctionalInterface
    public interface Filled {
        /**
         * @param level the part has {@code 1 << level} leaves
         * @param index the part's place among those of its level, from 0
         */
        void part(int level, long index, Hash root);
    }

    private final List<Hash> parts;
    private long size;

    private TreeFront(long size, List<Hash> parts) {
        this.size = size;
        this.parts = parts;
    }

    /** The front of a tree without leaves. */
    public static TreeFront empty() {
        return new TreeFront(0, new ArrayList<>());
    }

    /**
     * The front of a tree.
     *
     * @param size number of leaves
     * @param parts one root for each bit of the size that is set, the highest first
     * @throws Malformed when there are more or fewer
     */
    public static TreeFront of(long size, List<Hash> parts) {
        if (size < 0 || Long.bitCount(size) != parts.size()) {
            throw new Malformed("a tree of " + size + " leaves has another front");
        }
        return new TreeFront(size, new ArrayList<>(parts));
    }

    /** Adds a leaf, given by its hash. */
    public void add(Hash leaf) {
        add(leaf, (level, index, root) -> {});
    }

    /** Adds a leaf and tells of each part of two leaves and more that becomes full. */
    public void add(Hash leaf, Filled filled) {
        Hash hash = leaf;
        int level = 0;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = Merkle.node(parts.remove(parts.size() - 1), hash);
            level++;
            filled.part(level, size >> level, hash);
        }
        parts.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over all leaves. */
    public Hash root() {
        if (parts.isEmpty()) {
            return Merkle.EMPTY;
        }
        Hash root = parts.get(parts.size() - 1);
        for (int i = parts.size() - 2; i >= 0; i--) {
            root = Merkle.node(parts.get(i), root);
        }
        return root;
    }

    /** The roots of the full parts, the largest first. */
    public List<Hash> parts() {
        return List.copyOf(parts);
    }
}
