package org.entezar.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.entezar.postgres.ChildProcess;
import org.entezar.postgres.KeptFolder;

/**
 * The server's classes as the Java machine lays them out in memory, kept in a file for the next starts (class data
 * sharing): a fifth of the server's start is spared, and some memory. The first start lists what it loads; when everything
 * runs, the archive is made of that list in the background, at the lowest priority. Without it, or when the machine finds
 * that it does not fit, the server starts as it would have anyway.
 */
final class ClassArchive {
    private static final String PREFIX = "classes-";
    private static final String ARCHIVE = "server.jsa";
    /** Where the kernel shares out by sessions, the lowest priority is the session's, not the process's. */
    private static final String GENTLY = "echo 19 >/proc/self/autogroup; exec nice -n 19 \"$@\"";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Path list;
    private final Path log;

    private ClassArchive(Path folder, Path list, Path log) {
        this.folder = folder;
        this.list = list;
        this.log = log;
    }

    /** The archive for these programs and the Java that runs this command. */
    static ClassArchive of(DataFolder data, List<String> programs) {
        String machine = System.getProperty("java.vm.version") + System.getProperty("java.home") + data.run();
        String name = PREFIX + fingerprint(machine + String.join(" ", programs));
        return new ClassArchive(
                data.programs().resolve(name),
                data.run().resolve("server-classes"),
                data.logs().resolve("server-classes.log"));
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** What the server's machine is told: to use the archive or to list what one shall be made of. */
    List<String> options() {
        return KeptFolder.isKept(folder)
                ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + folder.resolve(ARCHIVE))
                : List.of("-XX:DumpLoadedClassList=" + list);
    }

    /** Makes the archive unless it is there; {@code running} ends that when everything is stopped. */
    void make(Path server, Running running) {
        if (KeptFolder.isKept(folder) || !Files.exists(list)) {
            return;
        }
        try {
            KeptFolder.make(folder, partial -> {
                Path listed = Files.copy(list, partial.resolve("classes"));
                dump(server, listed, partial, running);
                Files.delete(listed);
            });
        } catch (LaunchFailure | UncheckedIOException failed) {
            // Costs time at the next start only, which tries again.
        }
    }

    private void dump(Path server, Path listed, Path partial, Running running) throws IOException {
        List<String> command = List.of(
                "sh",
                "-c",
                GENTLY,
                "sh",
                JavaRuntime.program(),
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + listed,
                "-XX:SharedArchiveFile=" + partial.resolve(ARCHIVE),
                "-cp",
                ServerProcess.launcher(server).toString());
        ChildProcess dumping =
                ChildProcess.start(command, Plan.baseEnvironment(), server, log, ChildProcess.ParentGone.TERM);
        running.build(dumping);
        if (!dumping.awaitEnd(PATIENCE)) {
            dumping.kill();
        }
        if (dumping.ended().join() != 0) {
            throw new IOException("no archive of classes, see " + log);
        }
    }
}
