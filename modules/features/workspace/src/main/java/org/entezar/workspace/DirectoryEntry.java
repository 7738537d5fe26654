package org.entezar.workspace;

import java.time.Instant;
import org.entezar.kernel.WorkspaceId;

/**
 * What the operator of the installation sees of a workspace: that it exists, and nothing in it.
 *
 * @param id the workspace
 * @param alias its name in addresses
 * @param createdAt when it was created here
 */
public record DirectoryEntry(WorkspaceId id, String alias, Instant createdAt) {}
