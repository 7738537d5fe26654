package org.entezar.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the product this is. */
final class Release {

    private Release() {}

    /** As the build wrote it, such as {@code 1.2.0}. */
    static String version() {
        try (InputStream stream = Release.class.getResourceAsStream("release.properties")) {
            Properties release = new Properties();
            release.load(java.util.Objects.requireNonNull(stream, "release.properties"));
            return release.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
