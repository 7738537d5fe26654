package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.DATABASE_OWNER_PASSWORD;
import static org.entezar.kernel.settings.Setting.DATABASE_OWNER_USER;
import static org.entezar.kernel.settings.Setting.DATABASE_URL;
import static org.entezar.kernel.settings.Setting.DATABASE_USER;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Brings the schema to this release with the web application's own migrations, before the server starts. The schema
 * remembers in its comment which build brought it up to date, so that a start without news costs one query; a restored
 * backup brings its own comment along.
 */
final class SchemaMigration {
    private static final String MIGRATIONS = "org.entezar.platform.database.Migrations";
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private SchemaMigration() {}

    /** Migrates unless this build has done so before; true when there was something to do. */
    static boolean run(Path webApplication, Plan plan) throws IOException, SQLException {
        String url = plan.text(DATABASE_URL);
        String owner = plan.text(DATABASE_OWNER_USER);
        String password = plan.text(DATABASE_OWNER_PASSWORD);
        String mark = "up to date with " + webApplication.getFileName();
        try (Connection connection = DatabaseRoles.connect(url, owner, password)) {
            if (mark.equals(comment(connection))) {
                return false;
            }
        }
        migrate(webApplication, url, owner, password, plan.text(DATABASE_USER));
        try (Connection connection = DatabaseRoles.connect(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("comment on schema entezar is '" + mark + "'");
        }
        return true;
    }

    private static String comment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'entezar'")) {
            String text = rows.next() ? rows.getString(1) : null;
            return text == null ? "" : text;
        }
    }

    private static void migrate(Path webApplication, String url, String owner, String password, String serverRole)
            throws IOException, SQLException {
        LIQUIBASE.setLevel(Level.WARNING); // it reports each step twice
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                classPath(webApplication).toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            loader.loadClass(MIGRATIONS)
                    .getMethod("migrate", String.class, String.class, String.class, String.class)
                    .invoke(null, url, owner, password, serverRole);
        } catch (InvocationTargetException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof SQLException sql ? sql : new SQLException("The migration failed: " + cause, cause);
        } catch (ReflectiveOperationException incomplete) {
            throw new IOException("the web application brings no migrations: " + incomplete, incomplete);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<URL> classPath(Path webApplication) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(webApplication.resolve("WEB-INF/classes")));
        try (Stream<Path> jars = Files.list(webApplication.resolve("WEB-INF/lib"))) {
            for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
                urls.add(url(jar));
            }
        }
        return urls;
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
