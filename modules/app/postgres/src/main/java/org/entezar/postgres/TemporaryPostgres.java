package org.entezar.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.entezar.postgres.PostgresFailure.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL for tests: started once per JVM on a free port with a data folder of its own, removed when the JVM ends.
 * Its programs are unpacked once per account and kept in the folder for temporary files.
 *
 * <pre>{@code
 * TemporaryPostgres postgres = TemporaryPostgres.shared();
 * String url = postgres.createDatabase("orders");
 * try (Connection connection = postgres.connect(url)) { … }
 * }</pre>
 */
public final class TemporaryPostgres {
    private static final String SUPERUSER = "postgres";
    private static final String FOLDER_PREFIX = "entezar-postgres-";

    private static @Nullable TemporaryPostgres shared;

    private final EmbeddedPostgres server;
    private final String password;
    private final AtomicInteger databases = new AtomicInteger();

    private TemporaryPostgres(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** The server of this JVM, started at the first call. */
    public static synchronized TemporaryPostgres shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static TemporaryPostgres start() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        removeAbandoned(temporary);
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            Path folder = Files.createTempDirectory(
                    temporary, FOLDER_PREFIX + ProcessHandle.current().pid() + "-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            EmbeddedPostgres server = startOnFreePort(folder, programs(temporary), password);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                // At once: what it would still write goes with the folder.
                                server.close(Duration.ZERO);
                                KeptFolder.remove(folder);
                            },
                            "stops-temporary-postgres"));
            return new TemporaryPostgres(server, password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres startOnFreePort(Path folder, Path programs, String password) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedPostgres.start(
                        folder.resolve("data"),
                        new EmbeddedPostgres.Options(
                                freePort(),
                                SUPERUSER,
                                password,
                                programs,
                                folder.resolve("postgresql.log"),
                                Map.of("max_connections", "200"),
                                Duration.ofSeconds(120)));
            } catch (PostgresFailure failure) {
                if (failure.reason() != Reason.PORT_TAKEN || attempt == 5) {
                    throw failure;
                }
            }
        }
    }

    /** Where PostgreSQL's programs are kept between tests, for a test that starts and kills a server of its own. */
    public static Path programs() {
        try {
            return programs(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder that nobody else may have prepared: ours, writable for us alone. */
    private static Path programs(Path temporary) throws IOException {
        Path programs = temporary.resolve("entezar-programs-" + System.getProperty("user.name"));
        if (!Files.exists(programs, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(programs);
            Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        boolean ours = Files.isDirectory(programs, LinkOption.NOFOLLOW_LINKS)
                && Files.getAttribute(programs, "unix:uid")
                        .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(programs))
                        .equals("rwxr-xr-x");
        if (!ours) {
            throw new IOException(programs + " belongs to another account or is writable for others: remove it");
        }
        return programs;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Removes the folders of JVMs that were killed before they could do it. */
    private static void removeAbandoned(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(folder -> folder.getFileName().toString().matches(FOLDER_PREFIX + "\\d{1,18}-.*"))
                    .filter(folder -> ProcessHandle.of(Long.parseLong(
                                    folder.getFileName().toString().split("-", -1)[2]))
                            .isEmpty())
                    .forEach(KeptFolder::remove);
        } catch (IOException | UncheckedIOException notOurs) {
            // Tidying is a courtesy; another account's folder stays.
        }
    }

    /**
     * Makes a new, empty database.
     *
     * @param name what it is for: letters, digits and underscores; a number is added
     * @return its JDBC address
     */
    public String createDatabase(String name) {
        return createDatabase(name, "");
    }

    /**
     * Makes a new database with all that is in another one, which nobody may be connected to meanwhile.
     *
     * @param name as of {@link #createDatabase}
     * @param original the JDBC address of the other one, as {@link #createDatabase} told it
     * @return its JDBC address
     */
    public String copyDatabase(String name, String original) {
        return createDatabase(name, " template " + original.substring(original.lastIndexOf('/') + 1));
    }

    private String createDatabase(String name, String options) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        String database = name + "_" + databases.incrementAndGet();
        try (Connection connection = connect(jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + options);
            return server.jdbcUrl(database);
        } catch (SQLException failed) {
            throw new IllegalStateException("database " + database + " could not be made", failed);
        }
    }

    /** The JDBC address of the maintenance database. */
    public String jdbcUrl() {
        return server.jdbcUrl("postgres");
    }

    /** The server's port on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The name of the superuser. */
    public String superuser() {
        return SUPERUSER;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** Connects as the superuser. */
    public Connection connect(String jdbcUrl) throws SQLException {
        return connect(jdbcUrl, SUPERUSER, password);
    }

    /** Connects as any role. */
    public Connection connect(String jdbcUrl, String user, String rolePassword) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", rolePassword);
        Connection connection = new org.postgresql.Driver().connect(jdbcUrl, properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + jdbcUrl);
        }
        return connection;
    }
}
