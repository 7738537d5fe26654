package org.entezar.identity.internal.directory;

import static org.entezar.kernel.IdentityProviders.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.identity.internal.directory.KeycloakAdministration.Refusal;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.IdentityProviders.Examined;
import org.entezar.kernel.IdentityProviders.Protocol;
import org.entezar.kernel.IdentityProviders.Wanted;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identity providers of organizations at Keycloak: made known to the realm, linked to one organization and its domain. An
 * address that they tell is not believed: who has an account of the same address here proves it by that account's own
 * sign-in before the two are joined.
 */
public final class KeycloakIdentityProviders {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakIdentityProviders.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCES = "/identity-provider/instances";
    private static final String ADDRESS = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

    private final KeycloakAdministration keycloak;

    public KeycloakIdentityProviders(KeycloakAdministration keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * As {@link org.entezar.kernel.IdentityProviders#put}. One of the same protocol is changed, so that people stay linked
     * to their accounts.
     *
     * @param entity what a SAML provider calls us
     */
    public void put(WorkspaceId workspace, String domain, Wanted wanted, Examined examined, String entity) {
        Optional<JsonNode> before = find(workspace)
                .filter(known -> known.path("providerId").asText().equals(kind(wanted)));
        try {
            domains(workspace, domain);
            Map<String, Object> instance = instance(workspace, domain, wanted, examined, entity);
            if (before.isPresent()) {
                ObjectNode changed = before.get().deepCopy();
                changed.setAll(JSON.<ObjectNode>valueToTree(instance));
                keycloak.put(INSTANCES + "/" + name(workspace), changed);
            } else {
                remove(workspace);
                keycloak.post(INSTANCES, instance);
                keycloak.post("/organizations/" + workspace + "/identity-providers", name(workspace));
                mappers(workspace, wanted);
            }
        } catch (Refusal refusal) {
            Problem problem = refusal.status() == 409
                            || String.valueOf(refusal.getMessage()).contains("omain")
                    ? new Problem(ErrorCode.ALREADY_EXISTS, domain)
                    : unexpected(refusal);
            takeBack(workspace, before.isPresent(), problem);
            throw problem;
        } catch (Problem away) {
            takeBack(workspace, before.isPresent(), away);
            throw away;
        }
    }

    /** One that was there stays; half a new one goes. */
    private void takeBack(WorkspaceId workspace, boolean wasThere, Problem why) {
        try {
            if (!wasThere) {
                remove(workspace);
            }
        } catch (Problem stuck) {
            why.addSuppressed(stuck);
        }
    }

    private Optional<JsonNode> find(WorkspaceId workspace) {
        try {
            return Optional.of(keycloak.get(INSTANCES + "/" + name(workspace)));
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                return Optional.empty();
            }
            throw unexpected(refusal);
        }
    }

    /** As {@link org.entezar.kernel.IdentityProviders#remove}. */
    public void remove(WorkspaceId workspace) {
        try {
            keycloak.delete(INSTANCES + "/" + name(workspace));
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw unexpected(refusal);
            }
        }
    }

    private void domains(WorkspaceId workspace, String domain) throws Refusal {
        ObjectNode organization = keycloak.get("/organizations/" + workspace).deepCopy();
        ArrayNode domains = organization.putArray("domains");
        domains.addObject().put("name", domain).put("verified", true);
        keycloak.put("/organizations/" + workspace, organization);
    }

    private static Map<String, Object> instance(
            WorkspaceId workspace, String domain, Wanted wanted, Examined examined, String entity) {
        Map<String, String> config = new HashMap<>(examined.settings());
        config.put("kc.org.domain", domain);
        config.put("kc.org.broker.redirect.mode.email-matches", "true");
        config.put("syncMode", "IMPORT");
        config.put("hideOnLoginPage", "true");
        config.put("validateSignature", "true");
        if (wanted.protocol() == Protocol.OPENID) {
            config.put("clientId", wanted.clientId());
            config.put("clientSecret", wanted.clientSecret());
            config.put("defaultScope", "openid email profile");
            config.put("useJwksUrl", "true");
            config.put("pkceEnabled", "true");
            config.put("pkceMethod", "S256");
        } else {
            config.put("entityId", entity);
            config.put("nameIDPolicyFormat", ADDRESS);
            config.put("principalType", "SUBJECT");
            config.put("postBindingResponse", "true");
            config.put("wantAssertionsSigned", "true");
            config.put("allowCreate", "true");
        }
        return Map.of(
                "alias",
                name(workspace),
                "displayName",
                domain,
                "providerId",
                kind(wanted),
                "enabled",
                true,
                "trustEmail",
                false,
                "storeToken",
                false,
                "hideOnLogin",
                true,
                "firstBrokerLoginFlowAlias",
                "first broker login",
                "config",
                config);
    }

    private static String kind(Wanted wanted) {
        return wanted.protocol() == Protocol.OPENID ? "oidc" : "saml";
    }

    /** User names are the subject's at their provider, so that none is taken for somebody's here. */
    private void mappers(WorkspaceId workspace, Wanted wanted) throws Refusal {
        boolean saml = wanted.protocol() == Protocol.SAML;
        mapper(
                workspace,
                "user name",
                saml ? "saml-username-idp-mapper" : "oidc-username-idp-mapper",
                Map.of("template", saml ? "${ALIAS}.${NAMEID}" : "${ALIAS}.${CLAIM.sub}"));
        if (saml) {
            attribute(workspace, "email", "email");
            attribute(workspace, "givenName", "firstName");
            attribute(workspace, "surname", "lastName");
        }
    }

    private void attribute(WorkspaceId workspace, String theirs, String ours) throws Refusal {
        mapper(
                workspace,
                ours,
                "saml-user-attribute-idp-mapper",
                Map.of("attribute.friendly.name", theirs, "user.attribute", ours));
    }

    private void mapper(WorkspaceId workspace, String name, String kind, Map<String, String> config) throws Refusal {
        Map<String, String> all = new HashMap<>(config);
        all.put("syncMode", "INHERIT");
        keycloak.post(
                INSTANCES + "/" + name(workspace) + "/mappers",
                Map.of(
                        "name", name,
                        "identityProviderAlias", name(workspace),
                        "identityProviderMapper", kind,
                        "config", all));
    }

    private static Problem unexpected(Refusal refusal) {
        LOG.error("Keycloak's administration refuses: {}", refusal.getMessage());
        return new Problem(ErrorCode.IDENTITY_UNAVAILABLE);
    }
}
