package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.*;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.SettingRefused;
import org.entezar.kernel.settings.Settings;

/** The settings of one start together with all that follows from them. */
final class Plan {
    /** The one password of all the demo's people; no secret. */
    static final String DEMO_PASSWORD = "entezar-demo-2026";

    private static final String LOOPBACK = "127.0.0.1";

    private final Settings settings;
    private final Map<Setting, String> values = new TreeMap<>();

    Plan(Settings settings, boolean demo, Secrets secrets) throws IOException {
        this.settings = settings;
        for (Setting setting : Setting.values()) {
            settings.find(setting).ifPresent(text -> values.put(setting, text));
        }
        values.put(DEMO, Boolean.toString(demo));
        values.put(DATA_DIR, settings.path(DATA_DIR).toString());
        values.putIfAbsent(PUBLIC_URL, "http://localhost:" + number(HTTP_PORT));
        planDatabase(secrets);
        planIdentity(secrets);
        if (settings.isGiven(MAIL_HOST)) {
            requireWith(MAIL_HOST, MAIL_FROM);
        }
        values.putIfAbsent(OPERATOR_PASSWORD, demo ? DEMO_PASSWORD : secrets.get("operator-password"));
    }

    private void planDatabase(Secrets secrets) throws IOException {
        if (startsDatabase()) {
            values.put(DATABASE_URL, ownDatabase("entezar"));
            putSecret(DATABASE_PASSWORD, secrets, "database-server");
            putSecret(DATABASE_OWNER_PASSWORD, secrets, "database-owner");
            if (startsKeycloak() && !settings.isGiven(KEYCLOAK_DATABASE_URL)) {
                values.put(KEYCLOAK_DATABASE_URL, ownDatabase("keycloak"));
                putSecret(KEYCLOAK_DATABASE_PASSWORD, secrets, "database-keycloak");
            }
        } else {
            requireWith(DATABASE_URL, DATABASE_PASSWORD, DATABASE_OWNER_PASSWORD);
            if (startsKeycloak()) {
                requireWith(DATABASE_URL, KEYCLOAK_DATABASE_URL, KEYCLOAK_DATABASE_PASSWORD);
            }
        }
    }

    private void planIdentity(Secrets secrets) throws IOException {
        if (startsKeycloak()) {
            values.putIfAbsent(KEYCLOAK_URL, "http://localhost:" + number(KEYCLOAK_PORT));
            putSecret(OIDC_CLIENT_SECRET, secrets, "client-console");
            putSecret(PROVISIONING_CLIENT_SECRET, secrets, "client-provisioning");
        } else {
            requireWith(KEYCLOAK_EXTERNAL, KEYCLOAK_URL, OIDC_CLIENT_SECRET, PROVISIONING_CLIENT_SECRET);
        }
        values.putIfAbsent(OIDC_ISSUER, text(KEYCLOAK_URL) + "/realms/entezar");
    }

    private void requireWith(Setting reason, Setting... required) {
        for (Setting setting : required) {
            if (!settings.isGiven(setting)) {
                throw new SettingRefused(
                        setting.key() + " must be set when " + reason.key() + " is. " + setting.description());
            }
        }
    }

    private void putSecret(Setting setting, Secrets secrets, String name) throws IOException {
        if (!values.containsKey(setting)) {
            values.put(setting, secrets.get(name));
        }
    }

    private String ownDatabase(String name) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + number(DATABASE_PORT) + "/" + name;
    }

    /** Whether the launcher starts a PostgreSQL of its own. */
    boolean startsDatabase() {
        return !settings.isGiven(DATABASE_URL);
    }

    /** Whether the launcher starts a Keycloak of its own. */
    boolean startsKeycloak() {
        return !Boolean.parseBoolean(text(KEYCLOAK_EXTERNAL));
    }

    /** Whether the launcher's Keycloak lives in the launcher's PostgreSQL. */
    boolean keepsKeycloakInOwnDatabase() {
        return startsDatabase() && startsKeycloak() && !settings.isGiven(KEYCLOAK_DATABASE_URL);
    }

    boolean isDemo() {
        return Boolean.parseBoolean(text(DEMO));
    }

    /** The effective text of a setting. */
    String text(Setting setting) {
        String value = values.get(setting);
        return value == null ? "" : value;
    }

    /** The effective number of a setting. */
    int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** Where the launcher itself reaches the server. */
    String serverProbe() {
        return serverAddress() + "/ready";
    }

    private String serverAddress() {
        String address = text(HTTP_ADDRESS);
        String host = address.equals("0.0.0.0") || address.equals("::") ? LOOPBACK : address;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + number(HTTP_PORT);
    }

    /** Where the launcher itself reaches Keycloak. */
    String keycloakProbe() {
        return startsKeycloak() ? "http://" + LOOPBACK + ":" + number(KEYCLOAK_PORT) : text(KEYCLOAK_URL);
    }

    /** Where the launcher itself sees that the realm is served. */
    String realmProbe() {
        return keycloakProbe() + "/realms/entezar/.well-known/openid-configuration";
    }

    /** Where the launcher's Keycloak tells the server that a session ended. */
    String sessionEnds() {
        return serverAddress() + "/sign-in/ended";
    }

    /** What the server reads: the settings of the catalogue that are meant for it, and no more. */
    Map<String, String> serverEnvironment() {
        Map<String, String> environment = baseEnvironment();
        values.forEach((setting, value) -> {
            if (setting.readers().contains(Setting.Reader.SERVER)) {
                environment.put(setting.key(), value);
            }
        });
        environment.put(HTTP_ADDRESS.key(), text(HTTP_ADDRESS)); // for the boot file of the server
        return environment;
    }

    /** What every child needs of the surroundings. */
    static Map<String, String> baseEnvironment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "2"); // else each thread's buffers get an arena of their own: more memory
        for (String kept : new String[] {"HOME", "TZ", "JAVA_HOME"}) {
            String value = System.getenv(kept);
            if (value != null) {
                environment.put(kept, value);
            }
        }
        return environment;
    }
}
