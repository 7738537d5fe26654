package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.postgres.TemporaryPostgres;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Test;

/** An installation whose database and Keycloak are somebody else's: the launcher starts nothing but the server. */
class ExternalServicesIT {

    private static final String PASSWORD = "a password of one's own";
    private static final String NEW_WORKSPACE = """
            {"alias":"guest-house","name":{"en":"Guest house"},"locale":"en","timeZone":"Europe/London","plugins":[],\
            "owner":"owner.hotel"}""";

    @Test
    void theServerRunsOnADatabaseAndAKeycloakOfOnesOwn() throws SQLException {
        Product other = Product.shared();
        TemporaryPostgres postgres = TemporaryPostgres.shared();
        String database = prepared(postgres);
        Map<String, String> settings = new HashMap<>(Map.of(
                "ENTEZAR_DATABASE_URL", database,
                "ENTEZAR_DATABASE_USER", "own_server",
                "ENTEZAR_DATABASE_PASSWORD", PASSWORD,
                "ENTEZAR_DATABASE_OWNER_USER", "own_owner",
                "ENTEZAR_DATABASE_OWNER_PASSWORD", PASSWORD));
        settings.putAll(Map.of(
                "ENTEZAR_KEYCLOAK_EXTERNAL", "true",
                "ENTEZAR_KEYCLOAK_URL", other.keycloakUrl(),
                "ENTEZAR_OIDC_CLIENT_SECRET", other.secret("client-console"),
                "ENTEZAR_PROVISIONING_CLIENT_SECRET", other.secret("client-provisioning")));
        try (Product product = Product.with(settings)) {
            // The launcher and the server: no PostgreSQL, no Keycloak.
            assertThat(product.lastingProcesses()).hasSize(2);
            String token = Api.as(other, "operator").token();

            Api.Answer made = Api.withToken(product, token).post("/workspaces", NEW_WORKSPACE);

            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(aliases(postgres, database)).containsExactly("guest-house");
        }
    }

    /** As docs/operate says to whoever brings a PostgreSQL. */
    private static String prepared(TemporaryPostgres postgres) throws SQLException {
        String database = postgres.createDatabase("own");
        String name = database.substring(database.lastIndexOf('/') + 1);
        String literal = "'" + PASSWORD.replace("'", "''") + "'";
        try (Connection connection = postgres.connect(postgres.jdbcUrl());
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "create role own_owner with login bypassrls password " + literal,
                    "create role own_server with login nobypassrls password " + literal,
                    "alter database " + name + " owner to own_owner",
                    "revoke all on database " + name + " from public",
                    "grant connect on database " + name + " to own_server")) {
                statement.execute(sql);
            }
        }
        return database;
    }

    private static List<String> aliases(TemporaryPostgres postgres, String database) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(alias, ',') from entezar.workspace_directory")) {
            rows.next();
            return List.of(rows.getString(1));
        }
    }
}
