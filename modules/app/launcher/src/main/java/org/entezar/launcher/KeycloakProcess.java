package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.KEYCLOAK_DATABASE_PASSWORD;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_DATABASE_URL;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_DATABASE_USER;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_MEMORY;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_PORT;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_URL;
import static org.entezar.kernel.settings.Setting.OIDC_CLIENT_SECRET;
import static org.entezar.kernel.settings.Setting.OPERATOR_PASSWORD;
import static org.entezar.kernel.settings.Setting.PROVISIONING_CLIENT_SECRET;
import static org.entezar.kernel.settings.Setting.PUBLIC_URL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entezar.kernel.settings.Setting;
import org.entezar.postgres.ChildProcess;

/** The launcher's own Keycloak: on the loopback interface, with a database of its own, the realm imported. */
final class KeycloakProcess {
    /** The first administrator of Keycloak; the password is among the secrets. */
    static final String ADMINISTRATOR = "admin";

    private KeycloakProcess() {}

    static ChildProcess start(KeycloakPrograms programs, Parts parts, DataFolder data, Plan plan, Secrets secrets)
            throws IOException {
        programs.layRealm(parts, plan.isDemo());
        List<String> command = KeycloakPrograms.java(
                programs.home(), options(plan.text(KEYCLOAK_MEMORY), data.run().toString()));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + plan.number(KEYCLOAK_PORT),
                "--cache=local",
                "--db-pool-initial-size=1",
                "--db-pool-max-size=20",
                "--hostname=" + plan.text(KEYCLOAK_URL)));
        if (plan.text(KEYCLOAK_URL).startsWith("https:")) {
            command.add("--proxy-headers=xforwarded");
        }
        return ChildProcess.start(
                command,
                KeycloakPrograms.environment(environment(plan, secrets)),
                programs.home(),
                data.logs().resolve("keycloak.log"),
                ChildProcess.ParentGone.TERM);
    }

    private static List<String> options(String memory, String temporary) {
        List<String> options = new ArrayList<>(List.of("-Xms64m", "-Xmx" + memory, "-Djava.io.tmpdir=" + temporary));
        options.addAll(JavaTuning.KEYCLOAK);
        return options;
    }

    private static Map<String, String> environment(Plan plan, Secrets secrets) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KC_DB_URL", plan.text(KEYCLOAK_DATABASE_URL));
        environment.put("KC_DB_USERNAME", plan.text(KEYCLOAK_DATABASE_USER));
        environment.put("KC_DB_PASSWORD", plan.text(KEYCLOAK_DATABASE_PASSWORD));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak-admin"));
        for (Setting open : List.of(PUBLIC_URL, OIDC_CLIENT_SECRET, PROVISIONING_CLIENT_SECRET, OPERATOR_PASSWORD)) {
            environment.put(open.key(), plan.text(open));
        }
        return environment;
    }
}
