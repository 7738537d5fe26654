package org.entezar.launcher;

import static org.entezar.launcher.RealmAdministration.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a realm that an earlier release imported to what this release needs, at every start: Keycloak itself imports a
 * realm only once. It adds what the realm's file has and the realm lacks (realm roles, client scopes, their mappers,
 * what the provisioning account may do), has second factors named in tokens, and tells Keycloak where the server hears
 * that a session ended. It takes nothing away and changes nothing that an operator set differently.
 */
final class RealmUpgrade {

    /** How tokens name a second factor (RFC 8176), by the authenticator that asks for it. */
    private static final Map<String, String> REFERENCES =
            Map.of("auth-otp-form", "otp", "direct-grant-validate-otp", "otp", "webauthn-authenticator", "hwk");

    /** Seconds for which a second factor counts: as long as a session can last. */
    private static final String REFERENCE_SECONDS = "43200";

    private static final String PROVISIONING = "entezar-provisioning";
    private static final String CONSOLE = "entezar-console";
    private static final String MANAGEMENT = "realm-management";

    private final RealmAdministration keycloak;
    private final JsonNode wanted;
    private final List<String> done = new ArrayList<>();

    private RealmUpgrade(RealmAdministration keycloak, JsonNode wanted) {
        this.keycloak = keycloak;
        this.wanted = wanted;
    }

    /**
     * Adds what is missing.
     *
     * @param wanted the realm's file
     * @param sessionEnds where the server hears that a session ended, as Keycloak reaches it
     * @return what was added, in words; empty when nothing was missing
     */
    static List<String> run(RealmAdministration keycloak, JsonNode wanted, String sessionEnds)
            throws IOException, InterruptedException {
        RealmUpgrade upgrade = new RealmUpgrade(keycloak, wanted);
        upgrade.roles();
        upgrade.scopes();
        upgrade.provisioning();
        upgrade.secondFactors();
        upgrade.sessionEnds(sessionEnds);
        return upgrade.done;
    }

    private void roles() throws IOException, InterruptedException {
        Set<String> known = names(keycloak.get("/roles?max=1000"), "name");
        for (JsonNode role : wanted.at("/roles/realm")) {
            String name = role.path("name").asText();
            if (!known.contains(name)) {
                keycloak.post("/roles", role);
                done.add("role " + name);
            }
        }
    }

    private void scopes() throws IOException, InterruptedException {
        JsonNode known = keycloak.get("/client-scopes");
        for (JsonNode scope : wanted.path("clientScopes")) {
            String name = scope.path("name").asText();
            String id = idOf(known, "name", name);
            if (id.isEmpty()) {
                keycloak.post("/client-scopes", scope);
                done.add("client scope " + name);
            } else {
                mappers(name, "/client-scopes/" + id + "/protocol-mappers/models", scope.path("protocolMappers"));
            }
        }
    }

    private void mappers(String scope, String path, JsonNode mappers) throws IOException, InterruptedException {
        Set<String> known = names(keycloak.get(path), "name");
        for (JsonNode mapper : mappers) {
            String name = mapper.path("name").asText();
            if (!known.contains(name)) {
                keycloak.post(path, mapper);
                done.add("mapper " + name + " of " + scope);
            }
        }
    }

    /** What the provisioning account may do: the role itself, and that its tokens may carry it. */
    private void provisioning() throws IOException, InterruptedException {
        String account = client(PROVISIONING);
        String management = client(MANAGEMENT);
        String user = keycloak.get("/clients/" + account + "/service-account-user")
                .path("id")
                .asText();
        JsonNode roles = wanted.at("/clientScopeMappings/" + MANAGEMENT + "/0/roles");
        add("/users/" + user + "/role-mappings/clients/" + management, management, roles);
        add("/clients/" + account + "/scope-mappings/clients/" + management, management, roles);
    }

    private void add(String mappings, String management, JsonNode roles) throws IOException, InterruptedException {
        Set<String> known = names(keycloak.get(mappings), "name");
        for (JsonNode role : roles) {
            if (!known.contains(role.asText())) {
                keycloak.post(
                        mappings, List.of(keycloak.get("/clients/" + management + "/roles/" + encoded(role.asText()))));
                done.add(role.asText() + " for " + PROVISIONING);
            }
        }
    }

    /** Whoever has a second factor is asked for it at the sign-in, and the token says which one it was. */
    private void secondFactors() throws IOException, InterruptedException {
        for (String flow : List.of("browser", "direct grant")) {
            for (JsonNode execution : keycloak.get("/authentication/flows/" + encoded(flow) + "/executions")) {
                String authenticator = execution.path("providerId").asText();
                if (REFERENCES.containsKey(authenticator)) {
                    secondFactor(flow, execution, REFERENCES.get(authenticator));
                }
            }
        }
    }

    private void secondFactor(String flow, JsonNode execution, String reference)
            throws IOException, InterruptedException {
        if (execution.path("requirement").asText().equals("DISABLED")) {
            ObjectNode enabled = execution.deepCopy();
            enabled.put("requirement", "ALTERNATIVE");
            keycloak.put("/authentication/flows/" + encoded(flow) + "/executions", enabled);
            done.add(reference + " in the flow " + flow);
        }
        if (execution.path("authenticationConfig").asText().isEmpty()) {
            keycloak.post(
                    "/authentication/executions/" + execution.path("id").asText() + "/config",
                    Map.of(
                            "alias",
                            "entezar-" + reference + "-" + flow.replace(' ', '-'),
                            "config",
                            Map.of(
                                    "default.reference.value",
                                    reference,
                                    "default.reference.maxAge",
                                    REFERENCE_SECONDS)));
            done.add("name of " + reference + " in the flow " + flow);
        }
    }

    private void sessionEnds(String address) throws IOException, InterruptedException {
        String id = client(CONSOLE);
        ObjectNode console = keycloak.get("/clients/" + id).deepCopy();
        ObjectNode attributes = console.withObject("/attributes");
        if (!attributes.path("backchannel.logout.url").asText().equals(address)) {
            attributes.put("backchannel.logout.url", address);
            attributes.put("backchannel.logout.session.required", "true");
            keycloak.put("/clients/" + id, console);
            done.add("where sessions' ends are told");
        }
    }

    private String client(String clientId) throws IOException, InterruptedException {
        String id = idOf(keycloak.get("/clients?clientId=" + encoded(clientId)), "clientId", clientId);
        if (id.isEmpty()) {
            throw new RealmAdministration.Refused("the realm has no client " + clientId);
        }
        return id;
    }

    private static String idOf(JsonNode all, String field, String name) {
        for (JsonNode one : all) {
            if (one.path(field).asText().equals(name)) {
                return one.path("id").asText();
            }
        }
        return "";
    }

    private static Set<String> names(JsonNode all, String field) {
        Set<String> names = new HashSet<>();
        all.forEach(one -> names.add(one.path(field).asText()));
        return names;
    }
}
