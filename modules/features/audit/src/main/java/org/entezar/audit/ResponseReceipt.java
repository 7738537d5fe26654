package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.ResponseProof;

/**
 * What is known about one response's place in history, without its answers.
 *
 * @param response its id
 * @param state how far its proof has come
 * @param receivedAt when it was received
 * @param submittedAt when it was submitted, which may be long before, as with files
 * @param imported whether it came with a file
 * @param withdrawnAt when its import was taken back; empty while it counts
 * @param batch sequence of the entry that seals it
 * @param proof the proof, once signed
 */
public record ResponseReceipt(
        ResponseId response,
        ReceiptState state,
        Instant receivedAt,
        Instant submittedAt,
        boolean imported,
        Optional<Instant> withdrawnAt,
        Optional<Long> batch,
        Optional<ResponseProof> proof) {}
