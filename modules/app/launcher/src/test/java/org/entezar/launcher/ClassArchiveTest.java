package org.entezar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real Java machine, whose own classes stand for the server's. */
class ClassArchiveTest {
    private static final List<String> PROGRAMS = List.of("payara-1", "entezar-1");

    @TempDir
    private Path folder;

    private DataFolder data;
    private Running running;

    @BeforeEach
    void layOut() throws Exception {
        data = DataFolder.at(folder);
        Files.createDirectories(data.programs());
        Files.createDirectories(data.run());
        running = new Running(
                new Progress(new PrintStream(OutputStream.nullOutputStream())), RunState.begin(data.state()));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path server = Files.createDirectories(ServerProcess.folder(data));
        try (OutputStream file = Files.newOutputStream(ServerProcess.launcher(server))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    @Test
    void theFirstStartListsWhatTheNextOneFindsInTheArchive() throws Exception {
        ClassArchive first = ClassArchive.of(data, PROGRAMS);
        assertThat(start(first, "-Xshare:auto")).isZero();

        first.make(ServerProcess.folder(data), running);

        ClassArchive second = ClassArchive.of(data, PROGRAMS);
        assertThat(second.options()).anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
        assertThat(start(second, "-Xshare:on")).as("the machine takes it").isZero();
        assertThat(ClassArchive.of(data, List.of("payara-1", "entezar-2")).options())
                .as("other programs are listed anew")
                .noneMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    }

    @Test
    void whatIsStoppedMeanwhileLeavesNothingHalfMade() throws Exception {
        ClassArchive archive = ClassArchive.of(data, PROGRAMS);
        assertThat(start(archive, "-Xshare:auto")).isZero();
        running.stop();

        archive.make(ServerProcess.folder(data), running);

        assertThat(data.programs()).isEmptyDirectory();
    }

    private int start(ClassArchive archive, String sharing) throws Exception {
        List<String> command = new ArrayList<>(List.of(JavaRuntime.program(), "-XX:+UseSerialGC"));
        command.addAll(archive.options());
        command.addAll(List.of(
                sharing,
                "-cp",
                ServerProcess.launcher(ServerProcess.folder(data)).toString(),
                "-version"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
