package org.entezar.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.entezar.postgres.PostgresFailure.Reason;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL for this machine, out of the jars of {@code io.zonky.test.postgres} on the class path.
 * Unpacked once into a folder named by their fingerprint, so that another version lands beside it, not over it.
 */
public final class PostgresBinaries {
    /** The major version that comes with this release. */
    public static final int MAJOR_VERSION = 18;

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs below {@code programs} unless they are there.
     *
     * @throws PostgresFailure with {@link Reason#UNSUPPORTED_MACHINE} when there are none for this machine
     * @throws UncheckedIOException when they cannot be written
     */
    public static PostgresBinaries unpackedIn(Path programs) {
        String resource = resourceForThisMachine();
        Path home = programs.resolve("postgresql-" + fingerprint(resource));
        KeptFolder.make(home, partial -> unpack(resource, partial));
        return new PostgresBinaries(home);
    }

    /** Whether {@link #unpackedIn} has nothing left to do. */
    public static boolean areUnpackedIn(Path programs) {
        return KeptFolder.isKept(programs.resolve("postgresql-" + fingerprint(resourceForThisMachine())));
    }

    Path home() {
        return home;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String resourceForThisMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String kind =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "";
                };
        if (!system.contains("linux") || kind.isEmpty()) {
            throw new PostgresFailure(
                    Reason.UNSUPPORTED_MACHINE,
                    "there is no embedded PostgreSQL for " + system + " on " + processor
                            + ": use a PostgreSQL of your own (ENTEZAR_DATABASE_URL)");
        }
        return "/postgres-linux-" + kind + ".txz";
    }

    private static InputStream open(String resource) {
        InputStream stream = PostgresBinaries.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new PostgresFailure(
                    Reason.UNSUPPORTED_MACHINE, "the jar with PostgreSQL's programs is missing: " + resource);
        }
        return new BufferedInputStream(stream, 1 << 16);
    }

    private static String fingerprint(String resource) {
        try (InputStream stream = open(resource)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(String resource, Path folder) throws IOException {
        try (InputStream stream = open(resource);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        openToAllAccounts(folder);
    }

    /** A strict umask would shut out the account under which root starts the server. */
    private static void openToAllAccounts(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
