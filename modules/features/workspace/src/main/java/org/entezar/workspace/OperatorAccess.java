package org.entezar.workspace;

import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.WorkspaceId;

/**
 * An operator's look into a workspace, from the asking to the end.
 *
 * @param operator subject of the operator who asked
 * @param operatorName what people see
 * @param reason why, in the operator's words
 * @param decidedBy the owner who consented or declined
 * @param endsAt when it ends by itself; empty where no owner has consented
 * @param endedAt when it was declined or ended by hand
 */
public record OperatorAccess(
        OperatorAccessId id,
        WorkspaceId workspace,
        String operator,
        String operatorName,
        String reason,
        Instant askedAt,
        Optional<String> decidedBy,
        Optional<Instant> endsAt,
        Optional<Instant> endedAt) {

    /** Where it stands. */
    public enum State {
        ASKED,
        OPEN,
        DECLINED,
        ENDED
    }

    public State at(Instant now) {
        if (endsAt.isEmpty()) {
            return endedAt.isPresent() ? State.DECLINED : State.ASKED;
        }
        return endedAt.isPresent() || !now.isBefore(endsAt.get()) ? State.ENDED : State.OPEN;
    }
}
