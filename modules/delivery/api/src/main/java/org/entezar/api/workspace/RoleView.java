package org.entezar.api.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.workspace.OwnRole;

/**
 * A role and what it may do.
 *
 * @param key its name in addresses and among a member's roles
 * @param builtIn whether the product brings it; it cannot be changed then
 * @param name for people, of a role that the workspace made
 * @param permissions what whoever holds it may do
 * @param changedAt when a role of the workspace's own was changed last
 * @param changedBy name of whoever did
 */
record RoleView(
        String key,
        boolean builtIn,
        Optional<LocalizedText> name,
        List<String> permissions,
        Optional<Instant> changedAt,
        Optional<String> changedBy) {

    static RoleView of(Role role) {
        return new RoleView(
                role.key(), true, Optional.empty(), names(role.permissions()), Optional.empty(), Optional.empty());
    }

    static RoleView of(OwnRole role) {
        return new RoleView(
                role.key(),
                false,
                Optional.of(role.name()),
                names(role.permissions()),
                Optional.of(role.changedAt()),
                Optional.of(role.changedBy()));
    }

    private static List<String> names(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).toList();
    }
}
