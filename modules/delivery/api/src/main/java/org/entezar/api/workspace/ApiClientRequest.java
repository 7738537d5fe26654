package org.entezar.api.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Permission;

/**
 * Body of {@code POST /workspaces/{ws}/api-clients}.
 *
 * @param name for people
 * @param permissions what it may do, such as {@code RESPONSE_SUBMIT}
 */
record ApiClientRequest(Optional<String> name, Optional<List<String>> permissions) {

    /** The permissions, all of them known. */
    Set<Permission> known() {
        return Permissions.of(permissions);
    }
}
