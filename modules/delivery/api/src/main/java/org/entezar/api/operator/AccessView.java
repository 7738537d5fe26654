package org.entezar.api.operator;

import java.time.Instant;
import java.util.Optional;
import org.entezar.workspace.OperatorAccess;

/**
 * An operator's look into a workspace, as it is told to both sides.
 *
 * @param workspace id of the workspace
 * @param operator name of the operator
 * @param reason why
 * @param decidedBy the owner who consented or declined
 */
public record AccessView(
        String id,
        String workspace,
        String operator,
        String reason,
        OperatorAccess.State state,
        Instant askedAt,
        Optional<String> decidedBy,
        Optional<Instant> endsAt,
        Optional<Instant> endedAt) {

    public static AccessView of(OperatorAccess access, Instant now) {
        return new AccessView(
                access.id().toString(),
                access.workspace().toString(),
                access.operatorName(),
                access.reason(),
                access.at(now),
                access.askedAt(),
                access.decidedBy(),
                access.endsAt(),
                access.endedAt());
    }
}
