package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as an operator meets it: what it answers and how it ends, above all where it cannot start. */
class OperatingIT {

    private static final long PATIENCE_SECONDS = 120;
    private static final int PORT_TAKEN = 4;
    private static final int DISK_FULL = 5;
    private static final int JAVA = 6;
    private static final int NEWER_DATA = 7;
    private static final int ALREADY_RUNNING = 8;
    private static final int NOT_RUNNING = 9;

    @TempDir
    Path folder;

    /** How a command ended, and all that it said. */
    private record Ended(int code, String words) {}

    @Test
    void aRunningProductTellsItsStateAndIsNotStartedTwice() throws Exception {
        Product product = Product.shared();

        assertThat(run(product.environment(), "status", "--json"))
                .returns(0, Ended::code)
                .extracting(Ended::words)
                .asString()
                .contains("\"state\":\"ready\"", "\"address\":\"" + product.url() + "\"");
        assertThat(run(product.environment(), "start"))
                .returns(ALREADY_RUNNING, Ended::code)
                .extracting(Ended::words)
                .asString()
                .contains("already runs", "ENTEZAR_DATA_DIR");
        assertThat(Api.as(product, "owner.retail").get("/workspaces").status()).isEqualTo(200);
    }

    @Test
    void whatDoesNotRunCannotBeStopped() throws Exception {
        assertThat(run(settings(), "status").code()).isEqualTo(NOT_RUNNING);
        assertThat(run(settings(), "stop").code()).isEqualTo(NOT_RUNNING);
    }

    @Test
    void aTakenPortIsNamedWithItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = new HashMap<>(settings());
            settings.put("ENTEZAR_KEYCLOAK_PORT", String.valueOf(taken.getLocalPort()));

            Ended ended = run(settings, "start");

            assertThat(ended.code()).isEqualTo(PORT_TAKEN);
            assertThat(ended.words())
                    .contains("port " + taken.getLocalPort() + " is taken", "set ENTEZAR_KEYCLOAK_PORT");
            assertThat(data().resolve("database")).doesNotExist();
        }
    }

    @Test
    void dataOfANewerReleaseAreLeftAlone() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("release"), "99.0.0\n");

        Ended ended = run(settings(), "start");

        assertThat(ended.code()).isEqualTo(NEWER_DATA);
        assertThat(ended.words()).contains("newer release 99.0.0");
        assertThat(Files.readString(data().resolve("release"))).isEqualTo("99.0.0\n");
        assertThat(data().resolve("secrets")).doesNotExist();
    }

    @Test
    void aJavaWithoutAModuleIsRefusedByName() throws Exception {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        Assumptions.assumeTrue(Files.isExecutable(jlink), "Skipped: this Java cannot make a smaller one");
        Path small = folder.resolve("small");
        Process making = new ProcessBuilder(
                        jlink.toString(), "--add-modules", "java.logging", "--output", small.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(making.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        Ended ended = run(small, settings(), "start");

        assertThat(ended.code()).isEqualTo(JAVA);
        assertThat(ended.words()).contains("lacks", "java.sql", "Debian: openjdk-17-jre");
    }

    @Test
    void aFullDiskIsToldAndBreaksNothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        for (String size : List.of("64m", "300m")) {
            Assumptions.assumeTrue(
                    mount("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
                    "Skipped: only root can mount a small disk");
            try {
                Map<String, String> settings = new HashMap<>(settings());
                settings.put("ENTEZAR_DATA_DIR", disk.toString());

                Ended ended = run(settings, "start");

                assertThat(ended.code()).as(ended.words()).isEqualTo(DISK_FULL);
                assertThat(ended.words()).contains("make room and start again");
                assertThat(run(settings, "status").code()).isEqualTo(NOT_RUNNING);
                assertThat(commandLines()).noneMatch(line -> line.contains(disk.toString()));
            } finally {
                assertThat(mount("umount", disk.toString())).isTrue();
            }
        }
    }

    private static boolean mount(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static List<String> commandLines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                try {
                    lines.add(Files.readString(process.resolve("cmdline")).replace('\0', ' '));
                } catch (IOException ended) {
                    // Not a process, or one that is gone.
                }
            }
        }
        return lines;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Map<String, String> settings() {
        return Map.of(
                "ENTEZAR_HTTP_PORT", String.valueOf(Product.freePort()),
                "ENTEZAR_KEYCLOAK_PORT", String.valueOf(Product.freePort()),
                "ENTEZAR_DATABASE_PORT", String.valueOf(Product.freePort()),
                "ENTEZAR_DATA_DIR", data().toString());
    }

    private Ended run(Map<String, String> settings, String... arguments) throws Exception {
        return run(Path.of(System.getProperty("java.home")), settings, arguments);
    }

    private Ended run(Path java, Map<String, String> settings, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-jar",
                Product.root()
                        .resolve("modules/app/launcher/target/entezar.jar")
                        .toAbsolutePath()
                        .toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(() -> "ended in time: " + read(said))
                    .isTrue();
            return new Ended(process.exitValue(), read(said));
        } finally {
            process.destroy();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
