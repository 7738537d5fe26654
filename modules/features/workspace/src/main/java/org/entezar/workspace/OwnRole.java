package org.entezar.workspace;

import java.time.Instant;
import java.util.Set;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;

/**
 * A role that a workspace made for itself out of permissions.
 *
 * @param key its name in addresses, unique in the workspace and none of the built-in roles'
 * @param name for people
 * @param permissions what whoever holds it may do, beside seeing that the workspace exists
 * @param revision counts its changes, from 1
 * @param changedAt when it was changed last
 * @param changedBy name of whoever did
 */
public record OwnRole(
        String key,
        LocalizedText name,
        Set<Permission> permissions,
        int revision,
        Instant changedAt,
        String changedBy) {

    public OwnRole {
        permissions = Set.copyOf(permissions);
    }

    /** The name of its state: a change that was based on another is refused. */
    public String state() {
        return Integer.toString(revision);
    }
}
