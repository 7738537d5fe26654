package org.entezar.api.workspace;

import java.util.List;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.workspace.OwnRoleDraft;

/**
 * Body of {@code POST /workspaces/{ws}/roles} and {@code PUT …/roles/{role}}.
 *
 * @param key 1 to 40 small Latin letters, digits, hyphens or underscores; may be left out where the address names it
 * @param name for people, in at least one language
 * @param permissions what whoever holds it may do, such as {@code CAMPAIGN_READ}
 */
record RoleRequest(Optional<String> key, Optional<LocalizedText> name, Optional<List<String>> permissions) {

    OwnRoleDraft draft() {
        return draft(key.orElse(""));
    }

    OwnRoleDraft at(String address) {
        if (!key.orElse(address).equals(address)) {
            throw new Problem(List.of(Violation.at("/key", ErrorCode.NOT_AN_OPTION, key.orElse(""))));
        }
        return draft(address);
    }

    private OwnRoleDraft draft(String named) {
        return new OwnRoleDraft(named.strip(), name.orElse(LocalizedText.EMPTY), Permissions.of(permissions));
    }
}
