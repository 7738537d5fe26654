package org.entezar.api.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.workspace.Withdrawal;

/**
 * Whether workspaces may use something that is installed.
 *
 * @param approved whether they may
 * @param withdrawnAt since when they may not
 * @param withdrawnBy name of the operator
 * @param reason why, as the operator said
 */
record ApprovalView(
        boolean approved, Optional<Instant> withdrawnAt, Optional<String> withdrawnBy, Optional<String> reason) {

    /** That of one thing among what is withdrawn of its kind. */
    static ApprovalView of(String id, List<Withdrawal> withdrawals) {
        Optional<Withdrawal> withdrawal =
                withdrawals.stream().filter(one -> one.id().equals(id)).findFirst();
        return new ApprovalView(
                withdrawal.isEmpty(),
                withdrawal.map(Withdrawal::withdrawnAt),
                withdrawal.map(Withdrawal::withdrawnBy),
                withdrawal.map(Withdrawal::reason));
    }
}
