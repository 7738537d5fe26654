package org.entezar.console.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;

/** What each role may do, out of the one table of the product ({@link Role}). In views: {@code roleMatrix}. */
@Named("roleMatrix")
@ApplicationScoped
public class RoleMatrix {

    /** All roles, the strongest first. */
    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    /** What one may do in a workspace. */
    public List<Permission> getPermissions() {
        return Arrays.stream(Permission.values())
                .filter(permission -> Arrays.stream(Role.values())
                        .anyMatch(role -> role.permissions().contains(permission)))
                .toList();
    }

    public boolean may(Role role, Permission permission) {
        return role.permissions().contains(permission);
    }
}
