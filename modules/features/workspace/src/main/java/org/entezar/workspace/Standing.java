package org.entezar.workspace;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Quota;

/**
 * How a workspace stands with the installation: whether it is suspended, and what it may use.
 *
 * @param id the workspace
 * @param alias its name in addresses
 * @param createdAt when it was created here
 * @param suspendedAt since when nobody but the operator reaches it
 * @param reason why, in the operator's words
 * @param own the quotas that were set for it alone
 */
public record Standing(
        WorkspaceId id,
        String alias,
        Instant createdAt,
        Optional<Instant> suspendedAt,
        Optional<String> reason,
        Map<Quota, Long> own) {

    public Standing {
        own = Map.copyOf(own);
    }

    public boolean isSuspended() {
        return suspendedAt.isPresent();
    }
}
