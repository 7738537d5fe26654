package org.entezar.api.workspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * Body of {@code POST /workspaces/{ws}/api-clients}.
 *
 * @param name for people
 * @param permissions what it may do, such as {@code RESPONSE_SUBMIT}
 */
record ApiClientRequest(Optional<String> name, Optional<List<String>> permissions) {

    /** The permissions, all of them known. */
    Set<Permission> known() {
        Set<Permission> known = EnumSet.noneOf(Permission.class);
        List<Violation> violations = new ArrayList<>();
        List<String> named = permissions.orElse(List.of());
        for (int index = 0; index < named.size(); index++) {
            try {
                known.add(Permission.valueOf(named.get(index)));
            } catch (IllegalArgumentException unknown) {
                violations.add(Violation.at("/permissions/" + index, ErrorCode.NOT_AN_OPTION, named.get(index)));
            }
        }
        Problem.throwIfAny(violations);
        return known;
    }
}
