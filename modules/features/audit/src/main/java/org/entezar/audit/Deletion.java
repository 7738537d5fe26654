package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.WorkspaceId;

/**
 * The deletion of a workspace: asked for, then waited for, then done. It outlives the workspace.
 *
 * @param workspace its id
 * @param alias its name in addresses
 * @param name its name for people
 * @param requestedBy name of the owner who asked for it
 * @param requestedAt when
 * @param dueAt from when it is carried out; until then it can be cancelled
 * @param cancelledAt when it was cancelled
 * @param deletedAt when everything was gone
 * @param certificate a proof in the format of {@code org.entezar.evidence.ProofDocument} that the offline verifier takes;
 *     there once everything is gone
 */
public record Deletion(
        WorkspaceId workspace,
        String alias,
        LocalizedText name,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> deletedAt,
        Optional<String> certificate) {

    /** Whether it is going to happen. */
    public boolean isPending() {
        return cancelledAt.isEmpty() && deletedAt.isEmpty();
    }
}
