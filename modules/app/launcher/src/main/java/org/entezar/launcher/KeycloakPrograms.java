package org.entezar.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entezar.postgres.ChildProcess;
import org.entezar.postgres.KeptFolder;

/**
 * Keycloak, unpacked and built once for our options ({@code kc.sh build}) and then kept. It is started without its shell
 * script, which would stay between the launcher and the server and keep signals from it.
 */
final class KeycloakPrograms {
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(10);

    private final Path home;

    private KeycloakPrograms(Path home) {
        this.home = home;
    }

    /** Unpacks and builds unless that is done; {@code started} is told of the building process. */
    static KeycloakPrograms prepare(Parts parts, DataFolder data, Progress progress, Consumer<ChildProcess> started)
            throws IOException {
        Path home = data.programs().resolve("keycloak-" + ZipArchive.fingerprint(parts.keycloak(), BUILD));
        KeptFolder.make(home, partial -> {
            progress.say("Keycloak: unpacking and building, once (about half a minute)");
            ZipArchive.unpack(parts.keycloak(), partial, 1);
            makeScriptsExecutable(partial.resolve("bin"));
            build(partial, data, started);
            progress.say("Keycloak: built");
        });
        return new KeycloakPrograms(home);
    }

    private static void makeScriptsExecutable(Path bin) throws IOException {
        try (Stream<Path> files = Files.list(bin)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".sh"))::iterator) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void build(Path home, DataFolder data, Consumer<ChildProcess> started) {
        List<String> command = java(home, List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(BUILD);
        ChildProcess build = ChildProcess.start(
                command,
                Plan.baseEnvironment(),
                home,
                data.logs().resolve("keycloak-build.log"),
                ChildProcess.ParentGone.TERM);
        started.accept(build);
        if (!build.awaitEnd(BUILD_PATIENCE)) {
            build.kill();
        }
        if (build.ended().join() != 0) {
            throw LaunchFailure.ofLog("Keycloak could not be built", build.endOfLog(12), data.logs());
        }
    }

    /** The command that runs Keycloak, up to its own arguments; the same as in {@code kc.sh}. */
    static List<String> java(Path home, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(JavaRuntime.program());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.err.encoding=UTF-8",
                "-Djava.security.egd=file:/dev/urandom",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    Path home() {
        return home;
    }

    /** Lays the realm where Keycloak imports it, with the demo's people on top if wanted. */
    void layRealm(Parts parts, boolean demo) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode realm =
                json.readTree(parts.configuration("keycloak/realm.json").toFile());
        if (demo) {
            realm = json.readerForUpdating(realm)
                    .readValue(parts.configuration("keycloak/realm-demo.json").toFile());
        }
        Path folder = home.resolve("data").resolve("import");
        Files.createDirectories(folder);
        json.writeValue(folder.resolve("entezar-realm.json").toFile(), realm);
    }

    /** What Keycloak reads from its environment: its own options, and the values that the realm leaves open. */
    static Map<String, String> environment(Map<String, String> own) {
        Map<String, String> environment = Plan.baseEnvironment();
        environment.putAll(own);
        return environment;
    }
}
