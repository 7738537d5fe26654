package org.entezar.workspace;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Permission;

/**
 * A program that acts in the workspace by itself.
 *
 * @param id its id
 * @param clientId by which it asks for tokens
 * @param name for people
 * @param permissions what it may do
 * @param createdBy name of who made it
 * @param createdAt when
 * @param rotatedAt when it last got a new secret
 * @param lastUsedAt when it was last seen, to the minute
 * @param revokedAt since when it may do nothing
 */
public record ApiClient(
        ApiClientId id,
        String clientId,
        String name,
        Set<Permission> permissions,
        String createdBy,
        Instant createdAt,
        Optional<Instant> rotatedAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public ApiClient {
        permissions = Set.copyOf(permissions);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }
}
