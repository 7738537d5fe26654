package org.entezar.audit;

import java.util.List;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.CheckpointRows;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.audit.internal.proof.HistoryTree;
import org.entezar.audit.internal.reading.EntryRows;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.collection.SealedResponses;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryProof;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.ProofDocument;
import org.entezar.evidence.ResponseProof;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/** Proves that an entry or a response stands in the history that a checkpoint signs. */
public final class Proofs {

    private static final String KEPT = "insight.kept";

    private final Work work;
    private final SealedResponses responses;
    private final KeyCustody custody;

    Proofs(Work work, SealedResponses responses, KeyCustody custody) {
        this.work = work;
        this.responses = responses;
        this.custody = custody;
    }

    /**
     * Proves one entry. Needs {@link Permission#HISTORY_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is none, or none yet that a checkpoint signs
     */
    public EntryProof entry(Caller caller, WorkspaceId workspace, long sequence) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> find(tx, sequence)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * Proves the entry of a kept insight to whoever may read the insight. Needs {@link Permission#RESPONSE_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the entry keeps no insight, or no checkpoint signs it yet
     */
    public EntryProof keptInsight(Caller caller, WorkspaceId workspace, long sequence) {
        return work.readOfSome(caller, workspace, Permission.RESPONSE_READ, tx -> find(tx, sequence)
                .filter(proof -> Entry.parse(proof.entry()).action().equals(KEPT))
                .filter(proof -> caller.may(workspace, Permission.RESPONSE_READ, campaign(proof)))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    private static CampaignId campaign(EntryProof kept) {
        return CampaignId.parse(
                Entry.parse(kept.entry()).after().orElseThrow().get("campaign").asText());
    }

    /**
     * Tells how far a response's proof has come, with the proof once there is one. Needs
     * {@link Permission#HISTORY_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is no such response
     */
    public ResponseReceipt response(Caller caller, WorkspaceId workspace, ResponseId response) {
        caller.require(workspace, Permission.HISTORY_READ);
        return receipt(workspace, response);
    }

    /**
     * The same for whoever holds the id of a response in a workspace whose link they hold: the respondent. The id cannot
     * be guessed, and what is told does not tell the answers. Needs {@link Permission#RESPONSE_SUBMIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is no such response
     */
    public ResponseReceipt receipt(Caller respondent, WorkspaceId workspace, ResponseId response) {
        respondent.require(workspace, Permission.RESPONSE_SUBMIT);
        return receipt(workspace, response);
    }

    /** The entry's proof as a file that the offline verifier takes. Needs and throws what {@link #entry} does. */
    public ProofDocument document(Caller caller, WorkspaceId workspace, long sequence) {
        return ProofDocument.of(entry(caller, workspace, sequence), custody.statements());
    }

    /** The proof of a receipt as a file that the offline verifier takes; empty while there is none. */
    public Optional<ProofDocument> document(ResponseReceipt receipt) {
        return receipt.proof().map(proof -> ProofDocument.of(proof, custody.statements()));
    }

    private ResponseReceipt receipt(WorkspaceId workspace, ResponseId id) {
        Caller product = Caller.product("proofs", workspace);
        SealedResponses.Place place =
                responses.place(product, workspace, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        Optional<ResponseProof> proof = place.batch()
                .flatMap(
                        batch -> work.read(product, workspace, Permission.HISTORY_READ, tx -> find(tx, batch.sequence())
                                .map(entry -> new ResponseProof(
                                        id.toString(),
                                        batch.leaves().get(batch.index()),
                                        batch.index(),
                                        batch.leaves().size(),
                                        Merkle.inclusion(
                                                Merkle.over(batch.leaves()),
                                                batch.index(),
                                                batch.leaves().size()),
                                        entry))));
        ReceiptState state = proof.isPresent()
                ? ReceiptState.SIGNED
                : place.batch().isPresent() ? ReceiptState.SEALED : ReceiptState.STORED;
        return new ResponseReceipt(
                id,
                state,
                place.receivedAt(),
                place.submittedAt(),
                place.marks(),
                place.supersedes(),
                place.supersededBy(),
                place.withdrawnAt(),
                place.batch().map(SealedResponses.InBatch::sequence),
                proof);
    }

    private static Optional<EntryProof> find(Tx tx, long sequence) {
        Optional<HistoryEntry> entry = EntryRows.find(tx, sequence);
        Optional<SignedCheckpoint> checkpoint = CheckpointRows.covering(tx, sequence);
        if (entry.isEmpty() || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        EntryProof kept = proof(HistoryTree.of(tx), entry.get(), checkpoint.get());
        EntryProof proof = kept.holds() ? kept : proof(HistoryTree.ofEntries(tx), entry.get(), checkpoint.get());
        if (!proof.holds()) {
            throw new Problem(ErrorCode.HISTORY_BROKEN, sequence);
        }
        return Optional.of(proof);
    }

    private static EntryProof proof(HistoryTree tree, HistoryEntry entry, SignedCheckpoint checkpoint) {
        long sequence = entry.entry().sequence();
        List<Hash> path =
                Merkle.inclusion(tree, sequence - 1, checkpoint.checkpoint().size());
        return new EntryProof(sequence, entry.text(), path, checkpoint);
    }
}
