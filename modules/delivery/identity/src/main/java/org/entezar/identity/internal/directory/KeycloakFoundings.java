package org.entezar.identity.internal.directory;

import static org.entezar.identity.internal.directory.KeycloakAdministration.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Foundings at Keycloak: the organization carries the mark as an attribute, so that the next attempt knows it for its
 * own, and so that what nobody takes up again can be told from what somebody else made.
 */
public final class KeycloakFoundings implements Foundings {

    /** Attribute of an organization that names the founding that made it. */
    static final String MARK = "entezar-founding";

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakFoundings.class);

    private final KeycloakAdministration keycloak;
    private final People people;
    private final RoleGroups groups;

    public KeycloakFoundings(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
        this.people = new People(keycloak);
        this.groups = new RoleGroups(keycloak);
    }

    @Override
    public Founded found(Founding founding, boolean again) {
        try {
            WorkspaceId workspace = organization(founding);
            groups.complete(workspace);
            String owner = owner(founding.founder(), again);
            join(workspace, owner);
            return new Founded(workspace, owner);
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        } catch (Problem refused) {
            // What is only away comes back, and the next attempt goes on; what is refused leaves nothing.
            if (refused.code() != ErrorCode.IDENTITY_UNAVAILABLE) {
                takeBack(founding, refused);
            }
            throw refused;
        }
    }

    private WorkspaceId organization(Founding founding) throws Refusal {
        try {
            return WorkspaceId.parse(keycloak.create(
                    "/organizations",
                    Map.of(
                            "name", founding.alias(),
                            "alias", founding.alias(),
                            "description", founding.name(),
                            "enabled", true,
                            "attributes", Map.of(MARK, List.of(founding.mark())))));
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
            return find(founding.mark(), founding.alias())
                    .orElseThrow(() -> new Problem(ErrorCode.ALREADY_EXISTS, "alias"));
        }
    }

    /** The organization of that alias, when this founding made it. */
    private Optional<WorkspaceId> find(String mark, String alias) throws Refusal {
        String query = "/organizations?exact=true&briefRepresentation=false&search=" + encode(alias);
        for (JsonNode found : keycloak.get(query)) {
            JsonNode marks = found.path("attributes").path(MARK);
            if (found.path("alias").asText().equals(alias)
                    && marks.path(0).asText().equals(mark)) {
                return Optional.of(WorkspaceId.parse(found.path("id").asText()));
            }
        }
        return Optional.empty();
    }

    private String owner(Founder founder, boolean again) {
        if (founder instanceof Known known) {
            return people.get(known.subject())
                    .map(person -> person.path("id").asText())
                    .orElseThrow(() -> new Problem(ErrorCode.UNKNOWN_KEY, known.subject()));
        }
        Newcomer newcomer = (Newcomer) founder;
        try {
            return people.create(newcomer.person(), newcomer.password())
                    .path("id")
                    .asText();
        } catch (Problem refused) {
            if (refused.code() != ErrorCode.ALREADY_EXISTS) {
                throw refused;
            }
            return Optional.of(newcomer.person().email())
                    .filter(email -> again)
                    .flatMap(people::find)
                    .filter(person -> person.path("emailVerified").asBoolean())
                    .map(person -> person.path("id").asText())
                    .orElseThrow(() -> new Problem(ErrorCode.ALREADY_EXISTS, "account"));
        }
    }

    private void join(WorkspaceId workspace, String owner) throws Refusal {
        try {
            keycloak.post("/organizations/" + workspace + "/members", owner);
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
        }
        keycloak.put(groups.membership(workspace, Role.OWNER, owner));
    }

    private void takeBack(Founding founding, Problem refused) {
        try {
            abandon(founding.mark(), founding.alias());
        } catch (Problem stuck) {
            LOG.error("What a refused founding left could not be taken back: {}", stuck.getMessage());
            refused.addSuppressed(stuck);
        }
    }

    @Override
    public void abandon(String mark, String alias) {
        try {
            Optional<WorkspaceId> left = find(mark, alias);
            if (left.isPresent()) {
                keycloak.delete("/organizations/" + left.get());
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw unexpected(refusal);
            }
        }
    }

    private static Problem unexpected(Refusal refusal) {
        LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
        return new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
