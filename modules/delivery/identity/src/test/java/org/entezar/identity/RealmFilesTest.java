package org.entezar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entezar.identity.internal.token.AccessTokens;
import org.entezar.kernel.PlatformRole;
import org.entezar.kernel.Role;
import org.junit.jupiter.api.Test;

/** The realm's files and the code say the same: clients, audience, roles, and the demo's fixed names. */
class RealmFilesTest {

    private static final Path FOLDER = Path.of("../../../config/keycloak");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode base() throws IOException {
        return JSON.readTree(FOLDER.resolve("realm.json").toFile());
    }

    /** As the launcher makes it. */
    private static JsonNode demo() throws IOException {
        JsonNode realm = base();
        return JSON.readerForUpdating(realm)
                .readValue(FOLDER.resolve("realm-demo.json").toFile());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode named(JsonNode array, String field, String value) {
        return each(array)
                .filter(node -> node.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value));
    }

    private static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }

    @Test
    void the_realm_has_the_roles_that_the_product_knows() throws IOException {
        List<String> expected = Stream.concat(
                        Stream.of(PlatformRole.values()).map(PlatformRole::key),
                        Stream.of(Role.values()).map(Role::key))
                .toList();

        assertThat(each(base().at("/roles/realm")).map(role -> role.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(expected);
        for (JsonNode mapping : demo().path("scopeMappings")) {
            assertThat(texts(mapping.path("roles"))).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void people_sign_in_by_code_flow_with_pkce_only() throws IOException {
        JsonNode console = named(base().path("clients"), "clientId", "entezar-console");

        assertThat(console.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(console.path("publicClient").asBoolean(true)).isFalse();
        assertThat(console.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(console.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(console.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(console.at("/attributes/pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(texts(console.path("redirectUris"))).noneMatch(uri -> uri.contains("*"));
    }

    @Test
    void passwords_open_tokens_in_the_demo_only() throws IOException {
        assertThat(each(base().path("clients")).filter(client -> client.path("directAccessGrantsEnabled")
                        .asBoolean()))
                .isEmpty();
        assertThat(named(demo().path("clients"), "clientId", "entezar-demo")
                        .path("directAccessGrantsEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void tokens_are_made_for_the_audience_that_the_api_wants() throws IOException {
        JsonNode scope = named(base().path("clientScopes"), "name", "entezar-api");

        assertThat(scope.at("/protocolMappers/0/config/included.custom.audience")
                        .asText())
                .isEqualTo(AccessTokens.AUDIENCE);
        for (String client : List.of("entezar-console", "entezar-demo")) {
            JsonNode settings = named(demo().path("clients"), "clientId", client);
            assertThat(texts(settings.path("defaultClientScopes"))).contains("entezar-api");
            assertThat(texts(settings.path("optionalClientScopes"))).containsExactly("organization");
        }
    }

    @Test
    void every_scope_that_is_named_is_defined() throws IOException {
        JsonNode realm = demo();
        Set<String> defined = new HashSet<>();
        realm.path("clientScopes")
                .forEach(scope -> defined.add(scope.path("name").asText()));
        List<String> named = new ArrayList<>();
        for (JsonNode client : realm.path("clients")) {
            named.addAll(texts(client.path("defaultClientScopes")));
            named.addAll(texts(client.path("optionalClientScopes")));
        }
        named.addAll(texts(realm.path("defaultDefaultClientScopes")));
        named.addAll(texts(realm.path("defaultOptionalClientScopes")));

        assertThat(defined).containsAll(named);
    }

    @Test
    void the_provisioning_client_may_do_what_it_must_and_no_more() throws IOException {
        JsonNode account = named(base().path("users"), "username", "service-account-entezar-provisioning");

        assertThat(texts(account.at("/clientRoles/realm-management")))
                .containsExactly("manage-organizations", "manage-users", "manage-clients", "manage-identity-providers");
    }

    @Test
    void no_secret_stands_in_the_realm() throws IOException {
        for (JsonNode client : base().path("clients")) {
            assertThat(client.path("secret").asText()).matches("\\$\\{ENTEZAR_[A-Z_]+}");
        }
        for (JsonNode user : base().path("users")) {
            user.path("credentials")
                    .forEach(credential ->
                            assertThat(credential.path("value").asText()).isEqualTo("${ENTEZAR_OPERATOR_PASSWORD}"));
        }
        String page = Files.readString(FOLDER.resolve("../../docs/operate/identity.md"));
        java.util.regex.Pattern.compile("\\$\\{(ENTEZAR_[A-Z_]+)}")
                .matcher(Files.readString(FOLDER.resolve("realm.json")))
                .results()
                .forEach(variable -> assertThat(page).contains("`" + variable.group(1) + "`"));
    }

    @Test
    void the_demo_has_its_fixed_workspaces_and_people() throws IOException {
        JsonNode realm = demo();
        Map<String, String> aliases = new HashMap<>();
        Set<String> members = new HashSet<>();
        for (JsonNode organization : realm.path("organizations")) {
            aliases.put(
                    organization.path("alias").asText(), organization.path("id").asText());
            Map<String, String> groups = new HashMap<>();
            for (JsonNode group : organization.path("groups")) {
                groups.put(group.path("id").asText(), group.path("name").asText());
                assertThat(texts(group.path("realmRoles")))
                        .containsExactly(group.path("name").asText());
            }
            assertThat(groups.values())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Role.values()).map(Role::key).toList());
            for (JsonNode member : organization.path("members")) {
                String login = member.path("username").asText();
                members.add(login);
                List<String> roles =
                        texts(member.path("groups")).stream().map(groups::get).toList();
                assertThat(roles).as(login).hasSize(1).doesNotContainNull();
                if (!login.equals("owner.group")) {
                    assertThat(login).startsWith(roles.get(0) + ".");
                }
            }
        }

        assertThat(aliases)
                .isEqualTo(Map.of(
                        "aria-hotel", "0199a000-0000-7000-8000-000000000001",
                        "renai-hospital", "0199a000-0000-7000-8000-000000000002",
                        "harbour-retail", "0199a000-0000-7000-8000-000000000003"));
        for (String trade : List.of("hotel", "hospital", "retail")) {
            for (String role : List.of("owner", "analyst", "frontline", "auditor")) {
                assertThat(members).contains(role + "." + trade);
            }
        }
        Set<String> people = new HashSet<>();
        realm.path("users").forEach(user -> people.add(user.path("username").asText()));
        assertThat(people).containsAll(members).contains("partner", "operator");
        assertThat(each(realm.path("users"))
                        .map(user -> user.path("id").asText())
                        .filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }
}
