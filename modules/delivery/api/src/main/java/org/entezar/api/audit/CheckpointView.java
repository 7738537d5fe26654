package org.entezar.api.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.SignedCheckpoint;

/**
 * A checkpoint as the API answers it. {@code document} and {@code signature} are what a verifier needs; the rest tells
 * people what the document says.
 *
 * @param size entries that it is over
 * @param document the canonical bytes that are signed, as text
 * @param signature Ed25519, in Base64
 */
public record CheckpointView(
        long size, Instant at, String head, String root, String key, String document, String signature) {

    static CheckpointView of(SignedCheckpoint signed) {
        Checkpoint state = signed.checkpoint();
        return new CheckpointView(
                state.size(),
                state.at(),
                state.head().hex(),
                state.root().hex(),
                state.key(),
                new String(state.document(), StandardCharsets.UTF_8),
                signed.signature());
    }
}
