package org.entezar.collection.internal.sealing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;

/** Ids and leaves as they stand in their columns, one after the other: a batch of thousands is one row. */
public final class Packed {

    private static final int ID = 16;

    private Packed() {}

    public static byte[] ids(List<UUID> ids) {
        ByteBuffer packed = ByteBuffer.allocate(ids.size() * ID);
        ids.forEach(id -> packed.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return packed.array();
    }

    public static List<UUID> ids(byte[] packed) {
        if (packed.length % ID != 0) {
            throw new Malformed("ids have 16 bytes each");
        }
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<UUID> ids = new ArrayList<>(packed.length / ID);
        while (bytes.hasRemaining()) {
            ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return ids;
    }

    public static byte[] leaves(List<Hash> leaves) {
        ByteBuffer packed = ByteBuffer.allocate(leaves.size() * Hash.LENGTH);
        leaves.forEach(leaf -> packed.put(leaf.bytes()));
        return packed.array();
    }

    public static List<Hash> leaves(byte[] packed) {
        if (packed.length % Hash.LENGTH != 0) {
            throw new Malformed("leaves have 32 bytes each");
        }
        List<Hash> leaves = new ArrayList<>(packed.length / Hash.LENGTH);
        for (int at = 0; at < packed.length; at += Hash.LENGTH) {
            leaves.add(Hash.of(java.util.Arrays.copyOfRange(packed, at, at + Hash.LENGTH)));
        }
        return leaves;
    }

    /** The place of the id, or -1. */
    public static int indexOf(byte[] packed, UUID id) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        for (int at = 0; at + ID <= packed.length; at += ID) {
            if (bytes.getLong(at) == id.getMostSignificantBits()
                    && bytes.getLong(at + Long.BYTES) == id.getLeastSignificantBits()) {
                return at / ID;
            }
        }
        return -1;
    }
}
