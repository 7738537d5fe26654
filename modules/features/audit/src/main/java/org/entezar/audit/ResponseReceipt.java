package org.entezar.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseMark;
import org.entezar.evidence.ResponseProof;

/**
 * What is known about one response's place in history, without its answers.
 *
 * @param response its id
 * @param state how far its proof has come
 * @param receivedAt when it was received
 * @param submittedAt when it was submitted, which may be long before, as with files
 * @param marks what sets it apart: late, imported, a correction, superseded, undone
 * @param supersedes the response that it corrects
 * @param supersededBy the response that corrects it
 * @param withdrawnAt since when it counts no more; empty while it counts
 * @param batch sequence of the entry that seals it
 * @param proof the proof, once signed
 */
public record ResponseReceipt(
        ResponseId response,
        ReceiptState state,
        Instant receivedAt,
        Instant submittedAt,
        List<ResponseMark> marks,
        Optional<ResponseId> supersedes,
        Optional<ResponseId> supersededBy,
        Optional<Instant> withdrawnAt,
        Optional<Long> batch,
        Optional<ResponseProof> proof) {

    public ResponseReceipt {
        marks = List.copyOf(marks);
    }
}
