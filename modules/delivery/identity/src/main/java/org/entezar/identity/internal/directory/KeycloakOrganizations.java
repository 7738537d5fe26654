package org.entezar.identity.internal.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Organizations;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The organizations of the realm. */
public final class KeycloakOrganizations implements Organizations {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakOrganizations.class);
    private static final int PAGE = 100;

    /** As the product names the programs that it makes; what somebody else named alike is theirs. */
    private static final Pattern OURS = Pattern.compile("api-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final KeycloakAdministration keycloak;
    private final RoleGroups groups;

    public KeycloakOrganizations(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
        this.groups = new RoleGroups(keycloak);
    }

    @Override
    public List<Organization> all() {
        return ask(() -> {
            List<Organization> all = new ArrayList<>();
            for (JsonNode found : pages("/organizations?briefRepresentation=false")) {
                String mark = found.path("attributes")
                        .path(KeycloakFoundings.MARK)
                        .path(0)
                        .asText("");
                all.add(new Organization(
                        WorkspaceId.parse(found.path("id").asText()),
                        found.path("alias").asText(),
                        found.path("enabled").asBoolean(),
                        Optional.of(mark).filter(text -> !text.isEmpty())));
            }
            return all;
        });
    }

    @Override
    public List<Role> missingRoles(WorkspaceId workspace) {
        return ask(() -> groups.missing(workspace));
    }

    @Override
    public void completeRoles(WorkspaceId workspace) {
        ask(() -> groups.complete(workspace));
    }

    @Override
    public void enable(WorkspaceId workspace) {
        ask(() -> {
            ObjectNode organization =
                    keycloak.get("/organizations/" + workspace).deepCopy();
            organization.put("enabled", true);
            keycloak.put("/organizations/" + workspace, organization);
            return workspace;
        });
    }

    @Override
    public Set<String> programs() {
        return ask(() -> {
            Set<String> programs = new HashSet<>();
            for (JsonNode client : pages("/clients?search=true&clientId=api-")) {
                String id = client.path("clientId").asText();
                if (OURS.matcher(id).matches()) {
                    programs.add(id);
                }
            }
            return programs;
        });
    }

    private List<JsonNode> pages(String path) throws Refusal {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            page = keycloak.get(path + "&first=" + all.size() + "&max=" + PAGE);
            page.forEach(all::add);
        } while (page.size() == PAGE);
        return all;
    }

    private interface Question<T> {
        T ask() throws Refusal;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (Refusal refusal) {
            LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
            throw new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
        }
    }
}
