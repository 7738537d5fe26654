package org.entezar.audit;

import java.util.List;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.SignedCheckpoint;

/**
 * Proves that what an earlier checkpoint signed is the unchanged beginning of what a later one signed.
 *
 * @param before the earlier one
 * @param after the later one
 * @param proof hashes as in RFC 6962 §2.1.2
 */
public record Consistency(SignedCheckpoint before, SignedCheckpoint after, List<Hash> proof) {

    public Consistency {
        proof = List.copyOf(proof);
    }

    public boolean holds() {
        return Merkle.isConsistent(
                before.checkpoint().size(),
                before.checkpoint().root(),
                after.checkpoint().size(),
                after.checkpoint().root(),
                proof);
    }
}
