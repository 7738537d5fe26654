package org.entezar.identity.internal.directory;

import static org.entezar.identity.internal.directory.KeycloakAdministration.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups of an organization that stand for roles: each has the role's name and is mapped to its realm role. */
final class RoleGroups {

    private static final Logger LOG = LoggerFactory.getLogger(RoleGroups.class);
    private static final int MOST = 100;

    private final KeycloakAdministration keycloak;

    RoleGroups(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
    }

    /** Those that are there, with their ids ready for a path. */
    Map<Role, String> of(WorkspaceId workspace) throws Refusal {
        Map<Role, String> groups = new EnumMap<>(Role.class);
        for (JsonNode group : keycloak.get(folder(workspace) + "?first=0&max=" + MOST)) {
            Role.of(group.path("name").asText())
                    .ifPresent(role -> groups.put(role, encode(group.path("id").asText())));
        }
        return groups;
    }

    /** Where the membership of a person in a role's group stands. */
    String membership(WorkspaceId workspace, Role role, String subject) throws Refusal {
        String group = of(workspace).get(role);
        if (group == null) {
            LOG.error("The organization {} has no group {}", workspace, role.key());
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
        return folder(workspace) + "/" + group + "/members/" + encode(subject);
    }

    /**
     * Makes what is missing.
     *
     * @return how many groups or mappings were
     */
    int complete(WorkspaceId workspace) throws Refusal {
        Map<Role, String> there = of(workspace);
        Map<Role, JsonNode> realmRoles = new EnumMap<>(Role.class);
        int made = 0;
        for (Role role : Role.values()) {
            String group = there.get(role);
            if (group == null) {
                group = encode(keycloak.create(folder(workspace), Map.of("name", role.key())));
            } else if (isMapped(workspace, group, role)) {
                continue;
            }
            map(workspace, group, role, realmRoles);
            made++;
        }
        return made;
    }

    /** Roles whose group or mapping is missing. */
    List<Role> missing(WorkspaceId workspace) throws Refusal {
        Map<Role, String> there = of(workspace);
        List<Role> missing = new ArrayList<>();
        for (Role role : Role.values()) {
            String group = there.get(role);
            if (group == null || !isMapped(workspace, group, role)) {
                missing.add(role);
            }
        }
        return missing;
    }

    private boolean isMapped(WorkspaceId workspace, String group, Role role) throws Refusal {
        for (JsonNode mapped : keycloak.get(mappings(workspace, group))) {
            if (mapped.path("name").asText().equals(role.key())) {
                return true;
            }
        }
        return false;
    }

    private void map(WorkspaceId workspace, String group, Role role, Map<Role, JsonNode> realmRoles) throws Refusal {
        String mappings = mappings(workspace, group);
        if (!realmRoles.containsKey(role)) {
            for (JsonNode known : keycloak.get(mappings + "/available")) {
                Role.of(known.path("name").asText()).ifPresent(found -> realmRoles.put(found, known));
            }
        }
        JsonNode realmRole = realmRoles.get(role);
        if (realmRole == null) {
            LOG.error("The realm has no role {}", role.key());
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
        keycloak.post(mappings, List.of(realmRole));
    }

    private static String mappings(WorkspaceId workspace, String group) {
        return folder(workspace) + "/" + group + "/role-mappings/realm";
    }

    private static String folder(WorkspaceId workspace) {
        return "/organizations/" + workspace + "/groups";
    }
}
