package org.entezar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Libraries of the web application that have nothing to say to the container: no beans, no fragment, no Faces, no
 * service of Jakarta EE. At each start Payara reads every class of every {@code .jar} in search of annotations, 17,000
 * of them, half of the server's whole start. Its class loader takes {@code .zip} just as well, and those it does not
 * search: so the quiet libraries get that name in the unpacked web application (docs/adr/0042).
 */
final class QuietLibraries {
    private static final Pattern SPEAKING = Pattern.compile("META-INF/(beans\\.xml|web-fragment\\.xml|resources/.*"
            + "|services/jakarta\\..*|.*faces-config\\.xml|.*\\.taglib\\.xml|.*\\.tld)");

    private QuietLibraries() {}

    /** Renames those in the folder of libraries; our own modules and plugins are left alone. */
    static void hide(Path libraries) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(libraries)) {
            jars = files.filter(QuietLibraries::mayBeQuiet).toList();
        }
        for (Path jar : jars) {
            if (isQuiet(jar)) {
                String name = jar.getFileName().toString();
                Files.move(jar, jar.resolveSibling(name.substring(0, name.length() - ".jar".length()) + ".zip"));
            }
        }
    }

    private static boolean mayBeQuiet(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith("entezar-") && !name.startsWith(ServerPrograms.PLUGIN);
    }

    private static boolean isQuiet(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).noneMatch(name -> SPEAKING.matcher(name)
                    .matches());
        }
    }
}
