package org.entezar.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the schema to this version. Runs as the owner of the tables, before the server starts and never inside it: the
 * server's own role may not change the schema. The owner bypasses row-level security, since a forced policy would hide
 * all rows from a backfill without a word.
 */
public final class Migrations {

    /** The list of all modules' changelogs, on the class path. */
    public static final String MASTER = "db/master.xml";

    private Migrations() {}

    /**
     * Applies what is missing; applying again changes nothing.
     *
     * @param url JDBC address of the database
     * @param owner role that owns the schema
     * @param password its secret
     * @param serverRole role that the server will use, which is granted what it needs and no more
     * @throws SQLException when the database cannot be reached or a change fails; what was applied before stays
     */
    public static void migrate(String url, String owner, String password, String serverRole) throws SQLException {
        migrate(url, owner, password, serverRole, MASTER);
    }

    /** The same with a changelog of one's own, for tests of single modules. */
    public static void migrate(String url, String owner, String password, String serverRole, String changelog)
            throws SQLException {
        ClassLoader loader = Migrations.class.getClassLoader();
        Properties credentials = new Properties();
        credentials.setProperty("user", owner);
        credentials.setProperty("password", password);
        // The launcher runs this from a class loader of its own, where DriverManager would not see the driver.
        try (Connection connection = new org.postgresql.Driver().connect(url, credentials)) {
            if (connection == null) {
                throw new SQLException("Not an address of PostgreSQL: " + url);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists " + Database.SCHEMA);
                statement.execute("set search_path to " + Database.SCHEMA);
            }
            Scope.child(
                    Map.of(
                            Scope.Attr.classLoader.name(), loader,
                            Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(loader),
                            Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> update(connection, loader, serverRole, changelog));
        } catch (SQLException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new SQLException("The schema could not be brought to this version: " + failure.getMessage(), failure);
        }
    }

    private static void update(Connection connection, ClassLoader loader, String serverRole, String changelog)
            throws LiquibaseException {
        liquibase.database.Database target =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        target.setDefaultSchemaName(Database.SCHEMA);
        target.setLiquibaseSchemaName(Database.SCHEMA);
        try (Liquibase liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(loader), target)) {
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            liquibase.setChangeLogParameter("serverRole", serverRole);
            liquibase.update("");
        }
    }
}
