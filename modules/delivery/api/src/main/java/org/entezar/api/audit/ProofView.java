package org.entezar.api.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.ReceiptState;
import org.entezar.audit.ResponseReceipt;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseMark;
import org.entezar.evidence.ProofDocument;

/** Proofs as the API answers them; an entry's proof is the document that {@code entezar-verify.jar} takes, as it is. */
public final class ProofView {

    private ProofView() {}

    /**
     * How far a response's proof has come.
     *
     * @param proof what {@code entezar-verify.jar} takes; there once {@code state} is {@code SIGNED}
     */
    public record OfResponse(
            String response,
            ReceiptState state,
            Instant receivedAt,
            Instant submittedAt,
            List<ResponseMark> marks,
            Optional<ResponseId> supersedes,
            Optional<ResponseId> supersededBy,
            Optional<Instant> withdrawnAt,
            Optional<Long> batch,
            Optional<ObjectNode> proof) {

        /** The receipt as it is answered. */
        public static OfResponse of(ResponseReceipt receipt, Optional<ProofDocument> proof) {
            return new OfResponse(
                    receipt.response().toString(),
                    receipt.state(),
                    receipt.receivedAt(),
                    receipt.submittedAt(),
                    receipt.marks(),
                    receipt.supersedes(),
                    receipt.supersededBy(),
                    receipt.withdrawnAt(),
                    receipt.batch(),
                    proof.map(ProofDocument::json));
        }
    }
}
