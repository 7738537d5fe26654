package org.entezar.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is made once and then kept: it is filled under a temporary name and renamed when it is complete, so that
 * whoever sees the final name sees all of it, even when the making was killed half way.
 */
public final class KeptFolder {
    private static final String PARTIAL = ".partial-";

    /** Fills the new, empty folder. */
    @FunctionalInterface
    public interface Filling {
        /** Fills {@code folder}; what it throws undoes the folder. */
        void fill(Path folder) throws IOException;
    }

    private KeptFolder() {}

    /** Whether the folder is there, complete. */
    public static boolean isKept(Path folder) {
        return Files.isDirectory(folder);
    }

    /**
     * Makes the folder unless it is there. Parents are made as needed; leftovers of a killed attempt are removed.
     *
     * @return the folder
     * @throws UncheckedIOException when it cannot be made; nothing is left under its name then
     */
    public static Path make(Path folder, Filling filling) {
        if (isKept(folder)) {
            return folder;
        }
        Path partial = folder.resolveSibling(
                folder.getFileName() + PARTIAL + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            removeLeftovers(folder);
            Files.createDirectory(partial);
            filling.fill(partial);
            rename(partial, folder);
            return folder;
        } catch (IOException failed) {
            removeQuietly(partial);
            throw new UncheckedIOException(failed);
        } catch (RuntimeException | Error failed) {
            removeQuietly(partial);
            throw failed;
        }
    }

    /** Removes a folder with all that is in it; symbolic links are removed, not followed. Absent is fine. */
    public static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                        throws IOException {
                    if (failed != null) {
                        throw failed;
                    }
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void rename(Path partial, Path folder) throws IOException {
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw unsupported;
        } catch (FileSystemException taken) {
            if (!isKept(folder)) {
                throw taken;
            }
            remove(partial); // another process was faster, with the same content
        }
    }

    private static void removeLeftovers(Path folder) throws IOException {
        String prefix = folder.getFileName() + PARTIAL;
        try (Stream<Path> siblings = Files.list(folder.toAbsolutePath().getParent())) {
            siblings.filter(sibling -> sibling.getFileName().toString().startsWith(prefix))
                    .filter(KeptFolder::isAbandoned)
                    .forEach(KeptFolder::remove);
        }
    }

    private static boolean isAbandoned(Path partial) {
        String name = partial.getFileName().toString();
        String pid = name.substring(name.lastIndexOf(PARTIAL) + PARTIAL.length());
        return !pid.matches("\\d{1,18}")
                || Long.parseLong(pid) == ProcessHandle.current().pid()
                || ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void removeQuietly(Path partial) {
        try {
            remove(partial);
        } catch (UncheckedIOException left) {
            // The reason why the making failed matters more; the leftover goes at the next attempt.
        }
    }
}
