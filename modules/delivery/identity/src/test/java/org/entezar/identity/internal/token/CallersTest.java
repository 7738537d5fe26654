package org.entezar.identity.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.PlatformRole;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

class CallersTest {

    private static final WorkspaceId HOTEL = WorkspaceId.parse(Realm.HOTEL);
    private static final WorkspaceId RETAIL = WorkspaceId.parse("0199a000-0000-7000-8000-000000000003");

    private static Caller of(JWTClaimsSet.Builder claims) throws TokenRefused {
        return Callers.of(claims.build()).caller();
    }

    private static Map<String, Object> organization(WorkspaceId id, String... roles) {
        return Map.of(
                "id", id.toString(), "groups", List.of(), "realm_access", Map.of("roles", List.of((Object[]) roles)));
    }

    @Test
    void each_workspace_has_its_own_roles() throws TokenRefused {
        Caller caller = of(Realm.claims()
                .claim(
                        "organization",
                        Map.of(
                                "aria-hotel", organization(HOTEL, "owner"),
                                "harbour-retail", organization(RETAIL, "analyst", "auditor"))));

        assertThat(caller.memberships().get(HOTEL).roles()).containsExactly(Role.OWNER);
        assertThat(caller.memberships().get(RETAIL).roles()).containsExactlyInAnyOrder(Role.ANALYST, Role.AUDITOR);
        assertThat(caller.may(RETAIL, Permission.QUESTIONNAIRE_EDIT)).isFalse();
        assertThat(caller.aliases()).containsExactly("aria-hotel", "harbour-retail");
        assertThat(caller.platformRoles()).isEmpty();
    }

    @Test
    void platform_roles_are_the_realms_and_open_no_workspace() throws TokenRefused {
        Caller caller = of(Realm.claims()
                .claim("organization", null)
                .claim("realm_access", Map.of("roles", List.of("operator", "owner", "offline_access"))));

        assertThat(caller.platformRoles()).containsExactly(PlatformRole.OPERATOR);
        assertThat(caller.memberships()).isEmpty();
    }

    @Test
    void a_workspace_cannot_give_a_platform_role() throws TokenRefused {
        Caller caller = of(Realm.claims()
                .claim("organization", Map.of("aria-hotel", organization(HOTEL, "operator", "owner", "no-such-role"))));

        assertThat(caller.platformRoles()).isEmpty();
        assertThat(caller.memberships().get(HOTEL).roles()).containsExactly(Role.OWNER);
    }

    @Test
    void the_identity_provider_of_a_workspace_opens_that_workspace_and_nothing_else() throws TokenRefused {
        Map<String, Object> both =
                Map.of("aria-hotel", organization(HOTEL, "analyst"), "harbour-retail", organization(RETAIL, "owner"));
        Map<String, Object> operator = Map.of("roles", List.of("operator"));

        Caller held = of(Realm.claims()
                .claim("organization", both)
                .claim("realm_access", operator)
                .claim("identity_provider", "workspace-" + HOTEL));
        assertThat(held.memberships()).containsOnlyKeys(HOTEL);
        assertThat(held.memberships().get(HOTEL).roles()).containsExactly(Role.ANALYST);
        assertThat(held.platformRoles()).isEmpty();

        assertThat(of(Realm.claims().claim("organization", both).claim("identity_provider", "workspace-of-nobody"))
                        .memberships())
                .isEmpty();

        Caller company = of(Realm.claims()
                .claim("organization", both)
                .claim("realm_access", operator)
                .claim("identity_provider", "company"));
        assertThat(company.memberships()).containsOnlyKeys(HOTEL, RETAIL);
        assertThat(company.platformRoles()).containsExactly(PlatformRole.OPERATOR);
    }

    @Test
    void a_member_without_a_role_may_nothing() throws TokenRefused {
        Caller caller = of(Realm.claims().claim("organization", Map.of("aria-hotel", Map.of("id", HOTEL.toString()))));

        assertThat(caller.memberships().get(HOTEL).permissions()).isEmpty();
    }

    @Test
    void a_machine_client_is_named_by_its_client() throws TokenRefused {
        Caller caller = of(Realm.claims()
                .claim("sid", null)
                .claim("name", null)
                .claim("client_id", "kiosk-lobby")
                .claim("preferred_username", "service-account-kiosk-lobby"));

        assertThat(caller.kind()).isEqualTo(Caller.Kind.CLIENT);
        assertThat(caller.displayName()).isEqualTo("kiosk-lobby");
    }

    @Test
    void a_name_is_in_the_order_of_its_script() throws TokenRefused {
        assertThat(of(Realm.claims().claim("given_name", "伟").claim("family_name", "王"))
                        .displayName())
                .isEqualTo("王伟");
    }

    @Test
    void a_person_without_a_name_is_shown_by_the_login() throws TokenRefused {
        assertThat(of(Realm.claims().claim("name", " ")).displayName()).isEqualTo("owner.hotel");
    }

    @Test
    void a_workspace_without_its_id_is_left_out_and_told() throws TokenRefused {
        Callers.Read read = Callers.of(Realm.claims()
                .claim(
                        "organization",
                        Map.of(
                                "harbour-retail",
                                organization(RETAIL, "analyst"),
                                "aria-hotel",
                                Map.of(
                                        "groups", List.of("/owner"),
                                        "realm_access", Map.of("roles", List.of("owner")))))
                .build());

        assertThat(read.complete()).isFalse();
        assertThat(read.caller().memberships()).containsOnlyKeys(RETAIL);
        assertThat(Callers.of(Realm.claims().build()).complete()).isTrue();
    }

    @Test
    void an_organization_claim_in_another_shape_is_refused() {
        for (Object claim : List.of(
                List.of("aria-hotel"),
                "aria-hotel",
                Map.of("aria-hotel", Map.of("id", "1")),
                Map.of("aria-hotel", Set.of().toString()))) {
            assertThatThrownBy(() -> of(Realm.claims().claim("organization", claim)))
                    .as("%s", claim)
                    .isInstanceOf(TokenRefused.class);
        }
    }
}
