package org.entezar.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.entezar.postgres.PostgresFailure.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The account under which PostgreSQL runs. It refuses to run as root, so root starts it as the unprivileged user 65534
 * ({@code setpriv}); where that user cannot reach the folders, as under {@code /root}, inside a user namespace in which
 * root is nobody ({@code unshare -U}). Everyone else starts it as himself; a user without a name as nobody, too.
 */
final class ServerAccount {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final int owner;

    private ServerAccount(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /**
     * The account for a data folder and its binaries; both must exist.
     *
     * @throws PostgresFailure with {@link Reason#ACCOUNT} when there is no way
     */
    static ServerAccount of(Path data, Path binaries) {
        if (currentUser() != ROOT) {
            int owner = ownerOf(data);
            if (owner != currentUser()) {
                throw new PostgresFailure(
                        Reason.ACCOUNT,
                        data + " belongs to another account (user id " + owner
                                + "): start as that account, or give the folder to yours with chown -R");
            }
            return isNameless() ? inNamespace(owner) : new ServerAccount(List.of(), owner);
        }
        if (othersReach(data.toAbsolutePath().resolve("..").normalize()) && othersReach(binaries)) {
            return SystemProgram.find("setpriv")
                    .map(setpriv -> new ServerAccount(
                            List.of(
                                    setpriv.toString(),
                                    "--reuid=" + NOBODY,
                                    "--regid=" + NOBODY,
                                    "--clear-groups",
                                    "--pdeathsig",
                                    "INT"),
                            NOBODY))
                    .orElseGet(() -> inNamespace(ROOT));
        }
        return inNamespace(ROOT);
    }

    private static ServerAccount inNamespace(int owner) {
        Path unshare = SystemProgram.find("unshare")
                .filter(ServerAccount::works)
                .orElseThrow(() -> new PostgresFailure(
                        Reason.ACCOUNT,
                        "PostgreSQL does not run as root or without a user name and finds no other account here: start as"
                                + " an ordinary user, or"
                                + " choose a data folder that other accounts may enter, such as /var/lib/entezar"
                                + " (and have util-linux's setpriv installed)"));
        return new ServerAccount(List.of(unshare.toString(), "-U"), owner);
    }

    /** Whether the system knows no name for this user, as in a container with a number of its own; initdb wants one. */
    private static boolean isNameless() {
        return System.getProperty("user.name", "?").equals("?");
    }

    private static boolean works(Path unshare) {
        try {
            return new ProcessBuilder(unshare.toString(), "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What stands before a command so that it runs under this account. */
    List<String> prefix() {
        return prefix;
    }

    /** Gives a folder with all in it to this account, where it is not its own already. */
    void own(Path folder) {
        if (ownerOf(folder) == owner) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    chown(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                        throws IOException {
                    chown(visited); // the folder itself last: a killed run is then repeated from the start
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void chown(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean othersReach(Path folder) {
        try {
            for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
                if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static int ownerOf(Path folder) {
        try {
            return (int) Files.getAttribute(folder, "unix:uid");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int currentUser() {
        return ownerOf(Path.of("/proc/self"));
    }
}
