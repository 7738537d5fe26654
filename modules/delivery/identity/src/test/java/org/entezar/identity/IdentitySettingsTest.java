package org.entezar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {

    private static IdentitySettings settings(String issuer, String keycloak, String publicUrl) {
        return new IdentitySettings(
                URI.create(issuer),
                URI.create(keycloak),
                URI.create(publicUrl),
                new IdentitySettings.Client("entezar-console", "secret"),
                new IdentitySettings.Client("entezar-provisioning", "other secret"));
    }

    @Test
    void browsers_and_the_server_reach_the_realm_at_different_addresses() {
        IdentitySettings settings =
                settings("http://localhost:8180/realms/entezar", "http://127.0.0.1:8180/", "http://localhost:8080/");

        assertThat(settings.outside("/protocol/openid-connect/auth"))
                .hasToString("http://localhost:8180/realms/entezar/protocol/openid-connect/auth");
        assertThat(settings.inside("/protocol/openid-connect/certs"))
                .hasToString("http://127.0.0.1:8180/realms/entezar/protocol/openid-connect/certs");
        assertThat(settings.administration("/organizations"))
                .hasToString("http://127.0.0.1:8180/admin/realms/entezar/organizations");
        assertThat(settings.callback()).hasToString("http://localhost:8080/sign-in/callback");
        assertThat(settings.issuerOrigin()).isEqualTo("http://localhost:8180");
        assertThat(settings.secure()).isFalse();
    }

    @Test
    void keycloak_may_live_below_a_path() {
        IdentitySettings settings = settings(
                "https://id.example.org/auth/realms/entezar",
                "http://keycloak.internal:8080/auth",
                "https://feedback.example.org");

        assertThat(settings.inside("/protocol/openid-connect/token"))
                .hasToString("http://keycloak.internal:8080/auth/realms/entezar/protocol/openid-connect/token");
        assertThat(settings.administration("/users"))
                .hasToString("http://keycloak.internal:8080/auth/admin/realms/entezar/users");
        assertThat(settings.secure()).isTrue();
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(settings("http://localhost/realms/entezar", "http://localhost", "http://localhost")
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void an_issuer_that_is_no_realm_is_refused() {
        assertThatThrownBy(() -> settings("http://localhost:8180", "http://localhost:8180", "http://localhost"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
