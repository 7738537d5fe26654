package org.entezar.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entezar.postgres.ChildProcess;
import org.entezar.postgres.KeptFolder;

/**
 * Payara Micro and the web application, both unpacked. An unpacked Payara starts without unpacking itself each time, and
 * an unpacked web application is what plugins are laid into: only there are they found by CDI and by ServiceLoader.
 */
final class ServerPrograms {
    /** How names of plugins begin among the libraries. */
    static final String PLUGIN = "plugin-";

    /** Changes when the web application is laid out in another way, so that it is unpacked anew. */
    private static final String LAYOUT = "quiet libraries as zip";

    private static final Duration UNPACK_PATIENCE = Duration.ofMinutes(3);

    private final Path payara;
    private final Path webApplication;
    private final ClassArchive classes;

    private ServerPrograms(Path payara, Path webApplication, ClassArchive classes) {
        this.payara = payara;
        this.webApplication = webApplication;
        this.classes = classes;
    }

    /** Unpacks what is not unpacked yet. */
    static ServerPrograms prepare(Parts parts, DataFolder data, Progress progress) throws IOException {
        Path payara = data.programs().resolve("payara-" + ZipArchive.fingerprint(parts.server(), List.of()));
        KeptFolder.make(payara, partial -> {
            progress.say("server: unpacking Payara, once");
            unpackPayara(parts.server(), partial, data);
        });
        List<Path> plugins = plugins(data.plugins());
        Path webApplication = data.programs()
                .resolve("entezar-" + ZipArchive.fingerprint(parts.webApplication(), fingerprints(plugins)));
        KeptFolder.make(webApplication, partial -> {
            progress.say("server: unpacking the web application"
                    + (plugins.isEmpty() ? "" : " with " + plugins.size() + " plugins"));
            ZipArchive.unpack(parts.webApplication(), partial, 0);
            for (Path plugin : plugins) {
                Files.copy(plugin, partial.resolve("WEB-INF/lib").resolve(PLUGIN + plugin.getFileName()));
            }
            QuietLibraries.hide(partial.resolve("WEB-INF/lib"));
        });
        return new ServerPrograms(
                payara, webApplication, ClassArchive.of(data, List.of(name(payara), name(webApplication))));
    }

    private static List<Path> plugins(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> fingerprints(List<Path> plugins) throws IOException {
        List<String> fingerprints = new ArrayList<>(List.of(LAYOUT));
        for (Path plugin : plugins) {
            fingerprints.add(plugin.getFileName() + " " + ZipArchive.fingerprint(plugin, List.of()));
        }
        return fingerprints;
    }

    /** Payara knows itself how to lay itself out in a folder. */
    private static void unpackPayara(Path jar, Path folder, DataFolder data) {
        ChildProcess unpacking = ChildProcess.start(
                List.of(
                        JavaRuntime.program(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--rootdir",
                        folder.toString(),
                        "--outputlauncher"),
                Plan.baseEnvironment(),
                folder,
                data.logs().resolve("server-unpack.log"),
                ChildProcess.ParentGone.TERM);
        if (!unpacking.awaitEnd(UNPACK_PATIENCE)) {
            unpacking.kill();
        }
        if (unpacking.ended().join() != 0 || !Files.exists(folder.resolve("launch-micro.jar"))) {
            throw LaunchFailure.ofLog("Payara could not be unpacked", unpacking.endOfLog(12), data.logs());
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    Path webApplication() {
        return webApplication;
    }

    /** What the Java machine keeps of both for the next start. */
    ClassArchive classes() {
        return classes;
    }

    /** The folders in use now, by name. */
    List<String> names() {
        return List.of(name(payara), name(webApplication), classes.name());
    }

    /**
     * Lays out a fresh folder for one run: Payara keeps what was deployed in its own folder and would deploy it again.
     * The libraries are linked, not copied; Payara does not find its services through symbolic links.
     */
    void layOut(Path folder) throws IOException {
        KeptFolder.remove(folder);
        Files.walkFileTree(payara, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target(visited));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.startsWith(payara.resolve("runtime"))) {
                    linkOrCopy(file, target(file));
                } else {
                    Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            private Path target(Path path) {
                return folder.resolve(payara.relativize(path));
            }
        });
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
