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

/** Permissions as bodies name them. */
final class Permissions {

    private Permissions() {}

    /** The permissions of these names; those that are none are named with their places. */
    static Set<Permission> of(Optional<List<String>> names) {
        Set<Permission> known = EnumSet.noneOf(Permission.class);
        List<Violation> violations = new ArrayList<>();
        List<String> named = names.orElse(List.of());
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
