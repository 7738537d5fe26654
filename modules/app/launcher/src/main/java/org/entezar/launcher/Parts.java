package org.entezar.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What comes with the launcher: the archives that it unpacks and starts, beside its jar in {@code parts}. */
final class Parts {
    /** Names another folder with the parts, for starts from a build. */
    static final String FOLDER_PROPERTY = "entezar.parts";

    private final Path folder;

    private Parts(Path folder) {
        this.folder = folder;
    }

    /** Finds the parts and checks that they are complete. */
    static Parts find() {
        Parts parts = new Parts(folder());
        for (Path file : new Path[] {parts.server(), parts.keycloak(), parts.webApplication()}) {
            if (!Files.isRegularFile(file)) {
                throw new LaunchFailure(
                        ExitCode.FAILED,
                        file + " is missing: the installation is incomplete; build it with `mvn package`");
            }
        }
        return parts;
    }

    private static Path folder() {
        String named = System.getProperty(FOLDER_PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        try {
            Path jar = Path.of(Parts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling("parts");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path server() {
        return folder.resolve("payara-micro.jar");
    }

    Path keycloak() {
        return folder.resolve("keycloak.zip");
    }

    Path webApplication() {
        return folder.resolve("entezar.war");
    }

    /** A file of the boot configuration, such as {@code keycloak/realm.json}. */
    Path configuration(String name) {
        return folder.resolve("config").resolve(name);
    }

    /** The release of this launcher. */
    static String release() {
        Properties release = new Properties();
        try (InputStream stream = Parts.class.getResourceAsStream("release.properties")) {
            release.load(stream);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return release.getProperty("version");
    }
}
