package org.entezar.workspace;

import java.time.Instant;
import java.util.List;

/**
 * What a look at the identity provider found.
 *
 * @param at when
 * @param complete whether it came to the end; otherwise the identity provider went away meanwhile
 * @param workspaces how many were looked at
 * @param differences what differed
 */
public record DirectoryReport(Instant at, boolean complete, int workspaces, List<DirectoryDifference> differences) {
    public DirectoryReport {
        differences = List.copyOf(differences);
    }
}
