package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.entezar.audit.internal.export.Snapshot;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.evidence.archive.Verification;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.postgres.EmbeddedPostgres;
import org.entezar.postgres.TemporaryPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the working process, or its database with all that belongs to it, again and again in the middle of everything
 * that writes. After each: the chain holds, and each response and change that was acknowledged is there once, sealed and
 * proved. {@code DurabilityIT} does the same to the whole product, a few times.
 */
class CrashIT {

    private static final int ROUNDS = 20;
    private static final int PROOFS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    private Path folder;

    private final Random random = new Random(20);
    private final List<String> acknowledged = new ArrayList<>();
    private final WorkspaceId workspace = new WorkspaceId(new Uuids(Clock.systemUTC()).next());
    private int port;
    private EmbeddedPostgres postgres;
    private CampaignId campaign;

    @BeforeEach
    void start() throws IOException, SQLException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(folder.resolve("keys"));
        port = freePort();
        postgres = startDatabase();
        try (Connection connection = java.sql.DriverManager.getConnection(url("postgres"), SUPERUSER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database harbour");
        }
        try (Installation installation = new Installation(
                TestDatabase.on(url("harbour"), SUPERUSER, PASSWORD), folder.resolve("keys"), workspace)) {
            campaign = installation.found();
            installation.audit.checkpoints().take(installation.owner, workspace);
        }
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void whateverIsKilledTheChainHoldsAndNothingAcknowledgedIsLost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Victim victim = new Victim()) {
                victim.awaitMore(20 + random.nextInt(100));
                if (round % 2 == 1) {
                    killDatabase();
                    postgres = startDatabase();
                    victim.awaitMore(20 + random.nextInt(40));
                }
                acknowledged.addAll(victim.kill());
            }
            verify(round);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 20);
    }

    private void verify(int round) throws IOException, SQLException {
        try (Installation installation = new Installation(
                TestDatabase.again(url("harbour"), SUPERUSER, PASSWORD), folder.resolve("keys"), workspace)) {
            installation.collection.sealedResponses().sealNow(installation.owner, workspace);
            installation.audit.checkpoints().take(installation.owner, workspace);
            Verdict verdict = archived(installation);
            assertThat(Archives.faults(verdict)).as("after crash %s", round + 1).isEmpty();

            Map<UUID, Integer> sealed = new HashMap<>();
            installation
                    .collection
                    .sealedResponses()
                    .batches(installation.owner, workspace, 1, Long.MAX_VALUE, batch -> batch.ids()
                            .forEach(id -> sealed.merge(id, 1, Integer::sum)));
            List<String> responses = acknowledged("R ");
            for (String id : responses) {
                assertThat(sealed.get(UUID.fromString(id)))
                        .as("times that %s is sealed", id)
                        .isEqualTo(1);
            }
            for (int i = 0; i < PROOFS; i++) {
                String id = responses.get(random.nextInt(responses.size()));
                assertThat(installation
                                .audit
                                .proofs()
                                .response(installation.owner, workspace, ResponseId.parse(id))
                                .proof())
                        .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
            }
            for (String subject : acknowledged("E ")) {
                assertThat(installation
                                .audit
                                .history()
                                .entries(installation.owner, workspace, about(subject), Optional.empty(), 10)
                                .entries())
                        .extracting(written -> written.entry().action())
                        .containsExactly("test.second", "test.first");
            }
            assertThat(count(installation, "select count(*) from response")).isEqualTo(verdict.responses());
            assertThat(count(installation, "select count(*) from response_vector"))
                    .isEqualTo(verdict.responses());
        }
    }

    private static HistoryFilter about(String subject) {
        return new HistoryFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject),
                Optional.empty(),
                false);
    }

    private Verdict archived(Installation installation) throws IOException {
        Path file = folder.resolve("evidence.zip");
        try (OutputStream output = Files.newOutputStream(file)) {
            Snapshot.write(
                    installation.work,
                    workspace,
                    installation.collection.sealedResponses(),
                    folder.resolve("keys"),
                    output);
        }
        return Verification.verify(file, Trust.NONE);
    }

    private List<String> acknowledged(String kind) {
        return acknowledged.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }

    private static long count(Installation installation, String sql) throws SQLException {
        try (Connection connection = installation.database.asSuperuser();
                Statement statement = connection.createStatement();
                java.sql.ResultSet rows = statement.executeQuery(sql.replace("from ", "from entezar."))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Every process of the server at once, as when the power fails. */
    private void killDatabase() {
        ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(0, server);
        all.forEach(ProcessHandle::destroyForcibly);
        postgres.ended().join();
    }

    private EmbeddedPostgres startDatabase() {
        return EmbeddedPostgres.start(
                folder.resolve("data"),
                new EmbeddedPostgres.Options(
                        port,
                        SUPERUSER,
                        PASSWORD,
                        TemporaryPostgres.programs(),
                        folder.resolve("postgresql.log"),
                        Map.of(),
                        PATIENCE));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A {@link KilledProcess} that runs, and what it has acknowledged so far. */
    private final class Victim implements AutoCloseable {
        private final Process process;
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final AtomicInteger heard = new AtomicInteger();
        private final Thread listener;

        Victim() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledProcess.class.getName(),
                            url("harbour"),
                            SUPERUSER,
                            PASSWORD,
                            folder.resolve("keys").toString(),
                            workspace.toString(),
                            campaign.toString())
                    .redirectError(folder.resolve("victim.log").toFile())
                    .start();
            listener = new Thread(this::listen);
            listener.start();
        }

        private void listen() {
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    synchronized (heard) {
                        heard.incrementAndGet();
                        heard.notifyAll();
                    }
                }
            } catch (IOException ended) {
                // It is dead, and what it said was read.
            }
        }

        /** Waits until it has acknowledged that many more. */
        void awaitMore(int count) throws InterruptedException, IOException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            synchronized (heard) {
                int wanted = heard.get() + count;
                while (heard.get() < wanted) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0 || !process.isAlive()) {
                        throw new AssertionError(
                                "The process does nothing:\n" + Files.readString(folder.resolve("victim.log")));
                    }
                    heard.wait(left);
                }
            }
        }

        /** Kills it with -9 and returns all that it had acknowledged. */
        List<String> kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
            listener.join();
            // Cut off in the middle of its last line, it has not acknowledged that one.
            return lines.stream()
                    .filter(line -> line.matches("R [0-9a-f-]{36}|E \\d+ test/[0-9a-f-]{36}"))
                    .toList();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
