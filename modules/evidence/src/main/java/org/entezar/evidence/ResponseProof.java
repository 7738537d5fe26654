package org.entezar.evidence;

import java.util.List;

/**
 * Proves that a response stands in the history: its leaf is in the batch that an entry seals, and the entry is under a
 * signed checkpoint. Whoever has the response's canonical form computes the leaf from it; the proof itself tells nothing
 * of the answers.
 *
 * @param response id of the response
 * @param leaf hash of the leaf over its canonical form
 * @param index the leaf's place in the batch, from 0
 * @param count leaves of the batch
 * @param path from the leaf to the batch's root
 * @param batch the entry that seals the batch
 */
public record ResponseProof(String response, Hash leaf, long index, long count, List<Hash> path, EntryProof batch) {

    public ResponseProof {
        path = List.copyOf(path);
    }

    /** Whether leaf, batch and entry belong together under the checkpoint's root. */
    public boolean holds() {
        try {
            Batch said = Batch.of(Entry.parse(batch.entry()));
            return said.count() == count && Merkle.includes(said.root(), index, count, leaf, path) && batch.holds();
        } catch (Malformed noBatch) {
            return false;
        }
    }
}
