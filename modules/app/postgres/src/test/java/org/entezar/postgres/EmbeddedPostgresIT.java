package org.entezar.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.entezar.postgres.PostgresFailure.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    private static final String PASSWORD = "a password of this test";

    @TempDir
    private Path folder;

    @BeforeEach
    void letOtherAccountsEnter() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void startsWithDurableSettingsPasswordsAndTheBuiltinLocaleOnLoopbackOnly() throws Exception {
        try (EmbeddedPostgres server = start(freePort())) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show server_version_num")).startsWith("18");
            assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(
                            ask(
                                    server,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres'"))
                    .isEqualTo("b C.UTF-8");
            assertThat(
                            ask(
                                    server,
                                    "select string_agg(distinct auth_method, ',') from pg_hba_file_rules where type is not null"))
                    .isEqualTo("scram-sha-256");
            assertThat(catchThrowableOfType(
                                    SQLException.class,
                                    () -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "wrong"))
                            .getSQLState())
                    .isEqualTo("28P01");
        }
    }

    @Test
    void recoversWhatWasAcknowledgedAfterItWasKilled() throws Exception {
        int port = freePort();
        EmbeddedPostgres killed = start(port);
        ask(killed, "create table kept (n int)", "insert into kept select generate_series(1, 1000)");
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.ended().join();
        assertThat(folder.resolve("data/postmaster.pid")).exists();

        try (EmbeddedPostgres recovered = start(port)) {
            assertThat(ask(recovered, "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void stopsAServerThatWasLeftBehindOnTheSameData() throws Exception {
        int port = freePort();
        EmbeddedPostgres left = start(port);
        try (Connection held = connect(left);
                EmbeddedPostgres next = start(port)) {
            assertThat(left.ended()).succeedsWithin(Duration.ofSeconds(5));
            assertThat(next.pid()).isNotEqualTo(left.pid());
            assertThat(ask(next, "select 1")).isEqualTo("1");
            assertThat(held.isValid(1)).isFalse();
        }
    }

    @Test
    void aStaleLockFileThatNamesALivingForeignProcessDoesNotHinderTheStart() throws Exception {
        start(freePort()).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");

        try (EmbeddedPostgres server = start(freePort())) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesATakenPortAndLeavesTheDataUsable() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PostgresFailure failure = catchThrowableOfType(PostgresFailure.class, () -> start(taken.getLocalPort()));

            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
            assertThat(failure).hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
        try (EmbeddedPostgres server = start(freePort())) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersionAndLeavesThemAlone() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "19\n");

        PostgresFailure failure = catchThrowableOfType(PostgresFailure.class, () -> start(freePort()));

        assertThat(failure.reason()).isEqualTo(Reason.OTHER_VERSION);
        assertThat(failure).hasMessageContaining("19").hasMessageContaining("18");
        assertThat(folder.resolve("data")).isDirectoryContaining("glob:**PG_VERSION");
    }

    @Test
    void endsWithinSecondsAlthoughClientsAreConnected() throws Exception {
        EmbeddedPostgres server = start(freePort());
        try (Connection held = connect(server)) {
            assertThat(held.isValid(1)).isTrue();
            long before = System.nanoTime();
            server.close();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(
                folder.resolve("data"),
                new EmbeddedPostgres.Options(
                        port,
                        "postgres",
                        PASSWORD,
                        programs(),
                        folder.resolve("postgresql.log"),
                        Map.of(),
                        Duration.ofSeconds(60)));
    }

    /** Below the target folder, kept from run to run. */
    private static Path programs() {
        return Path.of("target", "programs").toAbsolutePath();
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", PASSWORD);
    }

    private static String ask(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            String last = "";
            for (String each : statements) {
                if (statement.execute(each)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        rows.next();
                        last = rows.getString(1);
                    }
                }
            }
            return last;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
