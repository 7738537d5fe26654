package org.entezar.evidence;

import java.util.List;

/**
 * Proves that an entry stands in the history that a checkpoint signs.
 *
 * @param sequence the entry's
 * @param entry its text, byte for byte what is hashed
 * @param path from the entry's leaf to the checkpoint's root
 * @param checkpoint the signed state
 */
public record EntryProof(long sequence, String entry, List<Hash> path, SignedCheckpoint checkpoint) {

    public EntryProof {
        path = List.copyOf(path);
    }

    /** Whether the entry is the one of that sequence under the checkpoint's root; the signature is another matter. */
    public boolean holds() {
        Checkpoint state = checkpoint.checkpoint();
        try {
            Entry said = Entry.parse(entry);
            return said.sequence() == sequence
                    && said.workspace().equals(state.workspace())
                    && Merkle.includes(state.root(), sequence - 1, state.size(), Entry.leaf(Entry.hash(entry)), path);
        } catch (Malformed noEntry) {
            return false;
        }
    }

    /** Whether it holds and the key signed the checkpoint. */
    public boolean holds(VerifyingKey key) {
        return holds() && checkpoint.isSignedBy(key);
    }
}
