package org.entezar.audit;

import java.util.List;
import java.util.Optional;
import org.entezar.evidence.SignedCheckpoint;

/**
 * A page of checkpoints, the newest first.
 *
 * @param checkpoints at most as many as asked for
 * @param next the size before which the next page goes on; empty on the last
 */
public record CheckpointPage(List<SignedCheckpoint> checkpoints, Optional<Long> next) {

    public CheckpointPage {
        checkpoints = List.copyOf(checkpoints);
    }
}
