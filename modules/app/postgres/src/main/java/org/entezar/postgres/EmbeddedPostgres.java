package org.entezar.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.entezar.postgres.PostgresFailure.Reason;

/**
 * A PostgreSQL server of our own on the loopback interface. Its data folder is made at the first start (passwords by
 * SCRAM-SHA-256, UTF-8 with the builtin locale) and kept; its settings are the durable defaults. A server that a killed
 * process left behind is stopped first. It ends with this JVM at the latest, but register a shutdown hook that calls
 * {@link #close} for an orderly end.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int UNIX_SOCKET_PATH_LIMIT = 107;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);
    /** Bytes; less than a data folder takes. */
    private static final long LITTLE_ROOM = 300L << 20;

    private final ChildProcess process;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final Options options;

    /**
     * How to run it.
     *
     * @param port the TCP port on 127.0.0.1
     * @param superuser the name of the role that may do everything
     * @param password its password, set when the data folder is made
     * @param programs the folder in which PostgreSQL's programs are kept
     * @param log the file for the server's log
     * @param settings server settings beyond the defaults, such as {@code shared_buffers}
     * @param patience how long the start may take, recovery after a crash included
     */
    public record Options(
            int port,
            String superuser,
            String password,
            Path programs,
            Path log,
            Map<String, String> settings,
            Duration patience) {
        /** Copies the settings. */
        public Options {
            settings = Map.copyOf(settings);
        }
    }

    private EmbeddedPostgres(ChildProcess process, PostgresBinaries binaries, ServerAccount account, Options options) {
        this.process = process;
        this.binaries = binaries;
        this.account = account;
        this.options = options;
    }

    /** Whether the data folder is made; if not, the next start takes some seconds longer. */
    public static boolean isMade(Path data) {
        return KeptFolder.isKept(data);
    }

    /**
     * Ends a server that a killed process left behind on a data folder.
     *
     * @return whether there was one
     */
    public static boolean stopLeftover(Path data) {
        return Files.isDirectory(data)
                && LeftoverServer.of(data.toAbsolutePath().normalize()).stop();
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param data the data folder; made when it is absent
     * @throws PostgresFailure when it cannot be started; nothing runs then
     * @throws UncheckedIOException when a file cannot be written
     */
    public static EmbeddedPostgres start(Path data, Options options) {
        Path folder = data.toAbsolutePath().normalize();
        PostgresBinaries binaries =
                PostgresBinaries.unpackedIn(options.programs().toAbsolutePath());
        KeptFolder.make(folder, partial -> initialise(partial, binaries, options));
        refuseOtherVersion(folder);
        ServerAccount account = ServerAccount.of(folder, binaries.home());
        account.own(folder);
        LeftoverServer.of(folder).stop();
        refuseTakenPort(options.port());

        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program("postgres"));
        command.addAll(List.of("-D", folder.toString()));
        settings(folder, options).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        ChildProcess process =
                ChildProcess.start(command, environment(), Path.of("/"), options.log(), ChildProcess.ParentGone.INT);
        EmbeddedPostgres started = new EmbeddedPostgres(process, binaries, account, options);
        started.awaitReady(folder);
        return started;
    }

    private static void initialise(Path partial, PostgresBinaries binaries, Options options) throws IOException {
        ServerAccount account = ServerAccount.of(partial, binaries.home());
        account.own(partial);
        Path password = Files.createTempFile("entezar-", ".password"); // readable by its owner only
        try {
            Files.writeString(password, options.password());
            account.own(password);
            List<String> command = new ArrayList<>(account.prefix());
            command.addAll(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + partial,
                    "--username=" + options.superuser(),
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
            ChildProcess initdb = ChildProcess.start(
                    command, environment(), Path.of("/"), options.log(), ChildProcess.ParentGone.INT);
            if (!initdb.awaitEnd(options.patience())) {
                initdb.kill();
            }
            if (initdb.ended().join() != 0) {
                String what = "PostgreSQL's data folder could not be made";
                String log = initdb.endOfLog(12);
                throw log.isBlank() && hasLittleRoom(options.log())
                        ? new PostgresFailure(Reason.DISK_FULL, what + ", and there was no room to say why")
                        : failure(what, log);
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static void refuseOtherVersion(Path folder) {
        Path file = folder.resolve("PG_VERSION");
        try {
            String version = Files.readString(file).strip();
            if (!version.equals(Integer.toString(PostgresBinaries.MAJOR_VERSION))) {
                throw new PostgresFailure(
                        Reason.OTHER_VERSION,
                        folder + " was made by PostgreSQL " + version + ", this release brings "
                                + PostgresBinaries.MAJOR_VERSION);
            }
        } catch (IOException unreadable) {
            throw new PostgresFailure(
                    Reason.ACCOUNT,
                    file + " cannot be read: start as the account that owns " + folder + ", or give it to yours",
                    unreadable);
        }
    }

    private static void refuseTakenPort(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true); // as PostgreSQL does: connections in TIME_WAIT do not count
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException taken) {
            throw new PostgresFailure(
                    Reason.PORT_TAKEN, "port " + port + " for PostgreSQL is taken by another program", taken);
        }
    }

    private static Map<String, String> settings(Path folder, Options options) {
        Map<String, String> settings = new java.util.TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(options.port()),
                "unix_socket_directories", unixSocketFolder(folder, options.port()),
                "unix_socket_permissions", "0700",
                "timezone", "UTC",
                "log_timezone", "UTC"));
        settings.putAll(options.settings());
        return settings;
    }

    private static String unixSocketFolder(Path folder, int port) {
        String socket = folder.resolve(".s.PGSQL." + port).toString();
        return socket.getBytes(StandardCharsets.UTF_8).length > UNIX_SOCKET_PATH_LIMIT ? "" : folder.toString();
    }

    private static Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin", "TZ", "UTC");
    }

    private void awaitReady(Path folder) {
        long deadline = System.nanoTime() + options.patience().toNanos();
        while (!saysReady(folder)) {
            if (process.awaitEnd(Duration.ofMillis(15))) {
                throw failure("PostgreSQL did not start", process.endOfLog(12));
            }
            if (System.nanoTime() > deadline) {
                close();
                throw failure(
                        "PostgreSQL was not ready within " + options.patience().toSeconds() + " s",
                        process.endOfLog(12));
            }
        }
    }

    /** The server itself writes its state into the eighth line of its lock file. */
    private boolean saysReady(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"), StandardCharsets.UTF_8);
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What fails without a word had no room for it, or so it seems where little is left; it takes away what it made. */
    private static boolean hasLittleRoom(Path log) throws IOException {
        return Files.getFileStore(log.toAbsolutePath().getParent()).getUsableSpace() < LITTLE_ROOM;
    }

    private static PostgresFailure failure(String what, String log) {
        Reason reason = log.contains("No space left on device")
                ? Reason.DISK_FULL
                : log.contains("Address already in use") ? Reason.PORT_TAKEN : Reason.NOT_STARTED;
        return new PostgresFailure(reason, what + ". The end of its log:\n" + log);
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return options.port();
    }

    /** The JDBC address of one of its databases; {@code postgres} is always there. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + options.port() + "/" + database;
    }

    /** The server's process number. */
    public long pid() {
        return process.pid();
    }

    /** Completes when the server has ended, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        return process.ended();
    }

    /** The last lines of the server's log. */
    public String endOfLog(int lines) {
        return process.endOfLog(lines);
    }

    /** Stops it by PostgreSQL's fast shutdown: connections are closed, everything is written. Twice is once. */
    @Override
    public void close() {
        close(STOP_PATIENCE);
    }

    /** The same; after this patience it is stopped at once, and the next start recovers from the log. */
    public void close(Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        signal("INT");
        if (!process.awaitEnd(patience)) {
            signal("QUIT"); // immediate shutdown
            if (!process.awaitEnd(Duration.ofSeconds(1))) {
                process.kill();
            }
        }
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(binaries.program("pg_ctl"), "kill", name, Long.toString(process.pid())));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException failed) {
            process.terminate();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.terminate();
        }
    }
}
