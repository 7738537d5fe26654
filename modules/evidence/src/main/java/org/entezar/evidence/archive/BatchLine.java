package org.entezar.evidence.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;

/**
 * A sealed batch as its row in the database is; the forms of its responses follow on the next lines.
 *
 * @param sequence of the entry that seals it
 * @param ids of its responses
 * @param leaves as they were sealed
 * @param withdrawn when responses were withdrawn, by their place in the batch
 */
record BatchLine(long sequence, List<UUID> ids, List<Hash> leaves, Map<Integer, Instant> withdrawn) {

    /** Beginning of the line that stands for a response that is not stored any more. */
    static final String MISSING = "{\"missing\":";

    private static final int MOST = 1 << 17;
    private static final int ID = 16;

    static byte[] write(long sequence, List<UUID> ids, List<Hash> leaves, List<Optional<Instant>> withdrawn) {
        ByteBuffer packed = ByteBuffer.allocate(ids.size() * ID);
        ids.forEach(id -> packed.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        ByteBuffer hashes = ByteBuffer.allocate(leaves.size() * Hash.LENGTH);
        leaves.forEach(leaf -> hashes.put(leaf.bytes()));
        ObjectNode line = Canonical.object();
        line.put("batch", sequence)
                .put("ids", Base64.getEncoder().encodeToString(packed.array()))
                .put("leaves", Base64.getEncoder().encodeToString(hashes.array()));
        ObjectNode marks = line.putObject("withdrawn");
        for (int i = 0; i < withdrawn.size(); i++) {
            int place = i;
            withdrawn.get(i).ifPresent(at -> marks.put(String.valueOf(place), at.toString()));
        }
        return Canonical.bytes(line);
    }

    /**
     * Reads a line.
     *
     * @throws Malformed for anything else
     */
    static BatchLine parse(byte[] line) {
        ObjectNode read = Canonical.readObject(line);
        byte[] ids = packed(read.path("ids").asText());
        byte[] leaves = packed(read.path("leaves").asText());
        if (!read.path("batch").canConvertToLong()
                || ids.length % ID != 0
                || leaves.length % Hash.LENGTH != 0
                || ids.length / ID > MOST
                || leaves.length / Hash.LENGTH > MOST) {
            throw new Malformed("a batch without ids and leaves");
        }
        List<UUID> readIds = new ArrayList<>(ids.length / ID);
        for (ByteBuffer bytes = ByteBuffer.wrap(ids); bytes.hasRemaining(); ) {
            readIds.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        List<Hash> readLeaves = new ArrayList<>(leaves.length / Hash.LENGTH);
        for (int at = 0; at < leaves.length; at += Hash.LENGTH) {
            readLeaves.add(Hash.of(Arrays.copyOfRange(leaves, at, at + Hash.LENGTH)));
        }
        BatchLine batch = new BatchLine(read.get("batch").longValue(), readIds, readLeaves, withdrawn(read));
        List<Optional<Instant>> marks = new ArrayList<>();
        for (int i = 0; i < readIds.size(); i++) {
            marks.add(Optional.ofNullable(batch.withdrawn().get(i)));
        }
        if (!Arrays.equals(write(batch.sequence(), readIds, readLeaves, marks), line)) {
            throw new Malformed("not a batch in its canonical form");
        }
        return batch;
    }

    private static Map<Integer, Instant> withdrawn(ObjectNode read) {
        Map<Integer, Instant> marks = new HashMap<>();
        read.path("withdrawn").fields().forEachRemaining(mark -> {
            try {
                marks.put(
                        Integer.valueOf(mark.getKey()),
                        Instant.parse(mark.getValue().asText()));
            } catch (NumberFormatException | DateTimeException malformed) {
                throw new Malformed("a withdrawal without place and time");
            }
        });
        return marks;
    }

    private static byte[] packed(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("ids and leaves are Base64");
        }
    }
}
