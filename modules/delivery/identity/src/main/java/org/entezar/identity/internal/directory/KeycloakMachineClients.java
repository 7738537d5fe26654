package org.entezar.identity.internal.directory;

import static org.entezar.identity.internal.directory.KeycloakAdministration.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs of workspaces in Keycloak: confidential clients that get tokens by their own credentials and in no other way.
 * The service account is a member of the workspace's organization and of no group, so its tokens name the workspace and
 * no role.
 */
public final class KeycloakMachineClients implements MachineClients {

    /** Begins the names of all service accounts, by which they are told from people. */
    static final String ACCOUNT = "service-account-";

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakMachineClients.class);

    private final KeycloakAdministration keycloak;

    public KeycloakMachineClients(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public Issued createClient(WorkspaceId workspace, String clientId, String name) {
        String id;
        try {
            id = keycloak.create(
                    "/clients",
                    Map.ofEntries(
                            Map.entry("clientId", clientId),
                            Map.entry("name", name),
                            Map.entry("description", "API client of the workspace " + workspace),
                            Map.entry("enabled", true),
                            Map.entry("protocol", "openid-connect"),
                            Map.entry("publicClient", false),
                            Map.entry("clientAuthenticatorType", "client-secret"),
                            Map.entry("standardFlowEnabled", false),
                            Map.entry("implicitFlowEnabled", false),
                            Map.entry("directAccessGrantsEnabled", false),
                            Map.entry("serviceAccountsEnabled", true),
                            Map.entry("fullScopeAllowed", false),
                            Map.entry("redirectUris", List.of()),
                            Map.entry("webOrigins", List.of()),
                            Map.entry(
                                    "attributes",
                                    Map.of(
                                            "use.refresh.tokens", "false",
                                            "client_credentials.use_refresh_token", "false")),
                            Map.entry(
                                    "defaultClientScopes",
                                    List.of("basic", "service_account", "entezar-api", "organization")),
                            Map.entry("optionalClientScopes", List.of())));
        } catch (Refusal refusal) {
            throw refusal.status() == 409 ? new Problem(ErrorCode.ALREADY_EXISTS, clientId) : unexpected(refusal);
        }
        try {
            String account = keycloak.get(client(id) + "/service-account-user")
                    .path("id")
                    .asText();
            keycloak.post("/organizations/" + workspace + "/members", account);
            return new Issued(
                    account,
                    keycloak.get(client(id) + "/client-secret").path("value").asText());
        } catch (Refusal | RuntimeException failure) {
            RuntimeException problem = failure instanceof RuntimeException known ? known : unexpected(failure);
            try {
                keycloak.delete(client(id));
            } catch (Refusal | RuntimeException stuck) {
                LOG.error("The half-made client {} could not be taken back: {}", clientId, stuck.getMessage());
                problem.addSuppressed(stuck);
            }
            throw problem;
        }
    }

    @Override
    public String renewSecret(String clientId) {
        try {
            String id = find(clientId).orElseThrow(() -> new Problem(ErrorCode.UNKNOWN_KEY, clientId));
            keycloak.post(client(id) + "/client-secret", Map.of());
            return keycloak.get(client(id) + "/client-secret").path("value").asText();
        } catch (Refusal refusal) {
            throw unexpected(refusal);
        }
    }

    @Override
    public void removeClient(String clientId) {
        try {
            Optional<String> id = find(clientId);
            if (id.isPresent()) {
                keycloak.delete(client(id.get()));
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw unexpected(refusal);
            }
        }
    }

    private Optional<String> find(String clientId) throws Refusal {
        for (JsonNode client : keycloak.get("/clients?clientId=" + encode(clientId))) {
            if (client.path("clientId").asText().equals(clientId)) {
                return Optional.of(client.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private static String client(String id) {
        return "/clients/" + encode(id);
    }

    private static Problem unexpected(Exception refusal) {
        LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
        return new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
