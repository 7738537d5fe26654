package org.entezar.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.Consistency;
import org.entezar.audit.ReceiptState;
import org.entezar.audit.ResponseReceipt;
import org.entezar.evidence.EntryProof;
import org.entezar.evidence.Hash;
import org.entezar.evidence.ResponseProof;

/** Proofs as the API answers them; hashes are 64 hexadecimal digits, paths go from the bottom up. */
public final class ProofView {

    private ProofView() {}

    /** That an entry is under a checkpoint. */
    public record OfEntry(long sequence, String entry, List<String> path, CheckpointView checkpoint) {

        static OfEntry of(EntryProof proof) {
            return new OfEntry(
                    proof.sequence(), proof.entry(), hex(proof.path()), CheckpointView.of(proof.checkpoint()));
        }
    }

    /** That a response's leaf is in the batch that an entry seals. */
    public record OfLeaf(String leaf, long index, long count, List<String> path, OfEntry batch) {

        static OfLeaf of(ResponseProof proof) {
            return new OfLeaf(
                    proof.leaf().hex(), proof.index(), proof.count(), hex(proof.path()), OfEntry.of(proof.batch()));
        }
    }

    /**
     * How far a response's proof has come.
     *
     * @param proof there once {@code state} is {@code SIGNED}
     */
    public record OfResponse(
            String response,
            ReceiptState state,
            Instant receivedAt,
            Instant submittedAt,
            boolean imported,
            Optional<Instant> withdrawnAt,
            Optional<Long> batch,
            Optional<OfLeaf> proof) {

        /** The receipt as it is answered. */
        public static OfResponse of(ResponseReceipt receipt) {
            return new OfResponse(
                    receipt.response().toString(),
                    receipt.state(),
                    receipt.receivedAt(),
                    receipt.submittedAt(),
                    receipt.imported(),
                    receipt.withdrawnAt(),
                    receipt.batch(),
                    receipt.proof().map(OfLeaf::of));
        }
    }

    /** That one checkpoint's history begins the other's. */
    public record OfConsistency(CheckpointView from, CheckpointView to, List<String> proof) {

        static OfConsistency of(Consistency proof) {
            return new OfConsistency(
                    CheckpointView.of(proof.before()), CheckpointView.of(proof.after()), hex(proof.proof()));
        }
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
