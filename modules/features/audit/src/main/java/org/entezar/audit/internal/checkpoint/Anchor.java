package org.entezar.audit.internal.checkpoint;

import java.io.IOException;
import org.entezar.evidence.SignedCheckpoint;

/** A place outside to which checkpoints are handed, so that not even the operator can rewrite the past unnoticed. */
interface Anchor {

    /** Its name in the table of deliveries. */
    String target();

    /**
     * Hands the checkpoint over; after returning it is there.
     *
     * @throws IOException when it is not; it is tried again later
     */
    void hand(SignedCheckpoint checkpoint) throws IOException, InterruptedException;
}
