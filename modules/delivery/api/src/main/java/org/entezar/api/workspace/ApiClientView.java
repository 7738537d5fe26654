package org.entezar.api.workspace;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Permission;
import org.entezar.workspace.ApiClient;

/**
 * A program of the workspace.
 *
 * @param id stable id
 * @param clientId by which it asks for tokens
 * @param name for people
 * @param permissions what it may do
 * @param createdBy name of who made it
 * @param createdAt when
 * @param rotatedAt when it last got a new secret
 * @param lastUsedAt when it was last seen, to the minute
 * @param revokedAt since when it may do nothing
 * @param tokenUrl where it gets tokens, with the grant client_credentials
 * @param secret in the answer that made or rotated it, and never again
 */
record ApiClientView(
        String id,
        String clientId,
        String name,
        List<String> permissions,
        String createdBy,
        Instant createdAt,
        Optional<Instant> rotatedAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt,
        URI tokenUrl,
        Optional<String> secret) {

    static ApiClientView of(ApiClient client, URI tokenUrl, Optional<String> secret) {
        return new ApiClientView(
                client.id().toString(),
                client.clientId(),
                client.name(),
                client.permissions().stream().sorted().map(Permission::name).toList(),
                client.createdBy(),
                client.createdAt(),
                client.rotatedAt(),
                client.lastUsedAt(),
                client.revokedAt(),
                tokenUrl,
                secret);
    }

    @Override
    public String toString() {
        return "ApiClientView[" + id + "]";
    }
}
