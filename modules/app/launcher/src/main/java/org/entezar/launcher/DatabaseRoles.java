package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.DATABASE_OWNER_PASSWORD;
import static org.entezar.kernel.settings.Setting.DATABASE_OWNER_USER;
import static org.entezar.kernel.settings.Setting.DATABASE_PASSWORD;
import static org.entezar.kernel.settings.Setting.DATABASE_USER;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_DATABASE_PASSWORD;
import static org.entezar.kernel.settings.Setting.KEYCLOAK_DATABASE_USER;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The roles and databases of the launcher's own PostgreSQL: the owner of the tables, who passes row-level security for
 * migrations; the server, who owns nothing and cannot pass it; Keycloak, who sees only its own database.
 */
final class DatabaseRoles {
    private final Connection connection;

    private DatabaseRoles(Connection connection) {
        this.connection = connection;
    }

    /** Makes what is missing and sets the passwords; again changes nothing. */
    static void prepare(String url, String superuser, String password, Plan plan) throws SQLException {
        try (Connection connection = connect(url, superuser, password)) {
            DatabaseRoles roles = new DatabaseRoles(connection);
            String owner = plan.text(DATABASE_OWNER_USER);
            String server = plan.text(DATABASE_USER);
            roles.role(owner, plan.text(DATABASE_OWNER_PASSWORD), "bypassrls");
            roles.role(server, plan.text(DATABASE_PASSWORD), "nobypassrls");
            roles.database("entezar", owner);
            roles.run("grant connect on database entezar to " + quoted(server));
            if (plan.keepsKeycloakInOwnDatabase()) {
                String keycloak = plan.text(KEYCLOAK_DATABASE_USER);
                roles.role(keycloak, plan.text(KEYCLOAK_DATABASE_PASSWORD), "nobypassrls");
                roles.database("keycloak", keycloak);
            }
        }
    }

    /** Connects without {@code DriverManager}, which does not see a driver of another class loader. */
    static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        Connection connection = new org.postgresql.Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + url);
        }
        return connection;
    }

    private void role(String name, String password, String rowLevelSecurity) throws SQLException {
        String verb = exists("select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
        run(verb + " role " + quoted(name)
                + " with login nosuperuser nocreatedb nocreaterole noreplication " + rowLevelSecurity
                + " password " + literal(password));
    }

    private void database(String name, String owner) throws SQLException {
        if (!exists("select 1 from pg_database where datname = ?", name)) {
            run("create database " + quoted(name) + " owner " + quoted(owner));
            run("revoke all on database " + quoted(name) + " from public");
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
