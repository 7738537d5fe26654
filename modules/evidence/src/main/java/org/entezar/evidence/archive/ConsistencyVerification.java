package org.entezar.evidence.archive;

import java.util.Map;
import java.util.Optional;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.ConsistencyDocument;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.VerifyingKey;
import org.entezar.evidence.archive.Finding.Code;

/**
 * Verifies, without trusting whoever made it, that one checkpoint goes on from another: what a reader keeps from an earlier
 * visit is thereby known to be in the history that a later one signs.
 */
public final class ConsistencyVerification {

    private ConsistencyVerification() {}

    /** Verifies the document; what cannot be read is a finding and never a crash. */
    public static ConsistencyVerdict verify(byte[] json, Trust trust) {
        Findings findings = new Findings();
        try {
            ConsistencyDocument document = ConsistencyDocument.parse(json);
            verify(document, trust, findings);
            return new ConsistencyVerdict(Optional.of(document), findings.kept(), findings.faults());
        } catch (Malformed | IllegalArgumentException unreadable) {
            findings.add(Code.PROOF_UNREADABLE, String.valueOf(unreadable.getMessage()));
            return new ConsistencyVerdict(Optional.empty(), findings.kept(), findings.faults());
        }
    }

    private static void verify(ConsistencyDocument document, Trust trust, Findings findings) {
        Checkpoint before = document.before().checkpoint();
        Checkpoint after = document.after().checkpoint();
        if (!document.holds()) {
            findings.add(Code.CHECKPOINT_INCONSISTENT, before.size(), after.size());
        }
        Map<String, VerifyingKey> keys = ProofVerification.keys(document.keys(), after.key(), trust, findings);
        for (SignedCheckpoint signed : java.util.List.of(document.before(), document.after())) {
            if (!ProofVerification.isSigned(signed, keys)) {
                findings.add(Code.CHECKPOINT_SIGNATURE, signed.checkpoint().size());
            }
        }
        long elsewhere = 0;
        for (SignedCheckpoint given : trust.checkpoints()) {
            Checkpoint own = given.checkpoint();
            if (!own.workspace().equals(after.workspace())) {
                elsewhere++;
            } else if (!ProofVerification.isSigned(given, keys)) {
                findings.add(Code.GIVEN_CHECKPOINT_SIGNATURE, own.size(), own.at());
            } else if (own.size() != before.size() && own.size() != after.size()) {
                findings.add(Code.PROOF_NOT_COMPARED, own.size(), after.size());
            } else if (differs(own, own.size() == before.size() ? before : after)) {
                findings.add(Code.GIVEN_CHECKPOINT_DIFFERS, own.size(), own.at());
            }
        }
        if (elsewhere > 0) {
            findings.add(Code.GIVEN_CHECKPOINT_ELSEWHERE, elsewhere);
        }
        if (trust.checkpoints().isEmpty()) {
            findings.add(Code.CHECKPOINT_NOT_GIVEN);
        }
    }

    private static boolean differs(Checkpoint own, Checkpoint told) {
        return !own.root().equals(told.root()) || !own.head().equals(told.head());
    }
}
