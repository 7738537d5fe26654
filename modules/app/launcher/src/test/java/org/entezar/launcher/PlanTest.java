package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.SettingRefused;
import org.entezar.kernel.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    private Path folder;

    @Test
    void withoutSettingsEverythingIsOursAndOnLoopback() throws Exception {
        Plan plan = plan(Map.of(), false);

        assertThat(plan.startsDatabase()).isTrue();
        assertThat(plan.startsKeycloak()).isTrue();
        assertThat(plan.serverProbe()).isEqualTo("http://127.0.0.1:8080/ready");
        assertThat(plan.serverEnvironment())
                .containsEntry("ENTEZAR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5433/entezar")
                .containsEntry("ENTEZAR_PUBLIC_URL", "http://localhost:8080")
                .containsEntry("ENTEZAR_OIDC_ISSUER", "http://localhost:8180/realms/entezar")
                .containsEntry("ENTEZAR_DEMO", "false")
                .containsEntry("ENTEZAR_HTTP_ADDRESS", "127.0.0.1");
    }

    @Test
    void theServerNeverLearnsTheOwnersPasswordNorThatOfAPerson() throws Exception {
        Plan plan = plan(Map.of(), false);

        assertThat(plan.text(Setting.DATABASE_OWNER_PASSWORD)).hasSize(32);
        assertThat(plan.serverEnvironment())
                .doesNotContainKeys(
                        "ENTEZAR_DATABASE_OWNER_PASSWORD",
                        "ENTEZAR_KEYCLOAK_DATABASE_PASSWORD",
                        "ENTEZAR_OPERATOR_PASSWORD")
                .doesNotContainValue(plan.text(Setting.DATABASE_OWNER_PASSWORD));
    }

    @Test
    void onlyTheDemoHasThePasswordThatEverybodyKnows() throws Exception {
        assertThat(plan(Map.of(), true).text(Setting.OPERATOR_PASSWORD)).isEqualTo(Plan.DEMO_PASSWORD);
        assertThat(plan(Map.of(), false).text(Setting.OPERATOR_PASSWORD)).isNotEqualTo(Plan.DEMO_PASSWORD);
    }

    @Test
    void aDatabaseOfOnesOwnNeedsItsPasswordsAndOneForKeycloak() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ENTEZAR_DATABASE_URL", "jdbc:postgresql://db/entezar",
                "ENTEZAR_DATABASE_PASSWORD", "a",
                "ENTEZAR_DATABASE_OWNER_PASSWORD", "b"));
        assertThatThrownBy(() -> plan(environment, false))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("ENTEZAR_KEYCLOAK_DATABASE_URL must be set");

        environment.put("ENTEZAR_KEYCLOAK_DATABASE_URL", "jdbc:postgresql://db/keycloak");
        environment.put("ENTEZAR_KEYCLOAK_DATABASE_PASSWORD", "c");
        Plan plan = plan(environment, false);

        assertThat(plan.startsDatabase()).isFalse();
        assertThat(plan.keepsKeycloakInOwnDatabase()).isFalse();
        assertThat(plan.text(Setting.DATABASE_URL)).isEqualTo("jdbc:postgresql://db/entezar");
    }

    @Test
    void aKeycloakOfOnesOwnNeedsItsAddressAndTheClientsSecrets() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("ENTEZAR_KEYCLOAK_EXTERNAL", "true"));
        assertThatThrownBy(() -> plan(environment, false))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("ENTEZAR_KEYCLOAK_URL must be set");

        environment.put("ENTEZAR_KEYCLOAK_URL", "https://id.example.org");
        environment.put("ENTEZAR_OIDC_CLIENT_SECRET", "a");
        environment.put("ENTEZAR_PROVISIONING_CLIENT_SECRET", "b");
        Plan plan = plan(environment, false);

        assertThat(plan.startsKeycloak()).isFalse();
        assertThat(plan.text(Setting.OIDC_ISSUER)).isEqualTo("https://id.example.org/realms/entezar");
        assertThat(plan.realmProbe()).startsWith("https://id.example.org/realms/entezar/");
    }

    @Test
    void takenPortsAreToldAllAtOnceWithTheirSettings() throws Exception {
        try (ServerSocket one = taken();
                ServerSocket two = taken()) {
            Plan plan = plan(
                    Map.of(
                            "ENTEZAR_HTTP_PORT", Integer.toString(one.getLocalPort()),
                            "ENTEZAR_DATABASE_PORT", Integer.toString(two.getLocalPort())),
                    false);

            LaunchFailure refused = catchThrowableOfType(LaunchFailure.class, () -> Ports.check(plan));

            assertThat(refused.code()).isEqualTo(ExitCode.PORT_TAKEN);
            assertThat(refused)
                    .hasMessageContaining(Integer.toString(one.getLocalPort()))
                    .hasMessageContaining("ENTEZAR_HTTP_PORT")
                    .hasMessageContaining("ENTEZAR_DATABASE_PORT");
        }
    }

    @Test
    void onePortForTwoIsRefused() throws Exception {
        Plan plan = plan(Map.of("ENTEZAR_HTTP_PORT", "8180"), false);

        LaunchFailure refused = catchThrowableOfType(LaunchFailure.class, () -> Ports.check(plan));

        assertThat(refused.code()).isEqualTo(ExitCode.SETTING);
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private Plan plan(Map<String, String> environment, boolean demo) throws IOException {
        return new Plan(Settings.read(environment, folder), demo, Secrets.in(folder.resolve("secrets")));
    }
}
