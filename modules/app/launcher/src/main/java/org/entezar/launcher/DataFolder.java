package org.entezar.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder of all that is kept. One launcher at a time works on it: the operating system holds its lock and lets it go
 * when the process ends, however it ends. It is stamped with the newest release that used it.
 */
final class DataFolder implements AutoCloseable {
    private static final long ROOM_NEEDED = 200L << 20;

    private final Path folder;
    private @Nullable FileChannel lockFile;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** A data folder that is looked at, not worked on. */
    static DataFolder at(Path folder) {
        return new DataFolder(folder);
    }

    /** Makes the folder if need be, locks and stamps it. */
    static DataFolder open(Path folder, Release release) throws IOException {
        DataFolder opened = new DataFolder(folder);
        Files.createDirectories(folder);
        opened.lock();
        try {
            opened.refuseNewerRelease(release);
            opened.refuseLittleRoom();
            Path next = folder.resolve("release.next");
            Files.writeString(next, release + "\n");
            Files.move(next, folder.resolve("release"), StandardCopyOption.ATOMIC_MOVE);
            return opened;
        } catch (IOException | RuntimeException refused) {
            opened.close();
            throw refused;
        }
    }

    /** Whether a launcher works on the folder now. */
    boolean isInUse() throws IOException {
        Path file = lockPath();
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock probe = channel.tryLock();
            if (probe == null) {
                return true;
            }
            probe.release();
            return false;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    private void lock() throws IOException {
        FileChannel channel = FileChannel.open(lockPath(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                lockFile = channel;
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // The same as a lock of another process: somebody works here.
        }
        channel.close();
        throw new LaunchFailure(
                ExitCode.ALREADY_RUNNING,
                "Entezar already runs on " + folder
                        + ": stop it first, or set ENTEZAR_DATA_DIR (and the ports) for a second installation");
    }

    private void refuseNewerRelease(Release release) throws IOException {
        Path stamp = folder.resolve("release");
        if (!Files.exists(stamp)) {
            return;
        }
        String text = Files.readString(stamp).strip();
        Release stamped;
        try {
            stamped = Release.of(text);
        } catch (IllegalArgumentException unreadable) {
            throw new LaunchFailure(
                    ExitCode.NEWER_DATA,
                    stamp + " holds no release number but \"" + text + "\": the folder is not Entezar's or is damaged",
                    unreadable);
        }
        if (stamped.compareTo(release) > 0) {
            throw new LaunchFailure(
                    ExitCode.NEWER_DATA,
                    folder + " was used by the newer release " + stamped + "; this is " + release
                            + ", which could damage it. Start that release or a later one, or restore a backup made"
                            + " with this one");
        }
    }

    private void refuseLittleRoom() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < ROOM_NEEDED) {
            throw new LaunchFailure(
                    ExitCode.DISK_FULL,
                    "the disk of " + folder + " has " + (room >> 20) + " MiB left, " + (ROOM_NEEDED >> 20)
                            + " MiB are the least for a start: make room and start again");
        }
    }

    private Path lockPath() {
        return folder.resolve("lock");
    }

    Path folder() {
        return folder;
    }

    /** PostgreSQL's data. */
    Path database() {
        return folder.resolve("database");
    }

    /** Unpacked programs; may be removed while nothing runs. */
    Path programs() {
        return folder.resolve("programs");
    }

    /** What lives for one run only; emptied at each start. */
    Path run() {
        return folder.resolve("run");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    /** Industry plugins that the operator added. */
    Path plugins() {
        return folder.resolve("plugins");
    }

    /** Who runs here; see {@link RunState}. */
    Path state() {
        return folder.resolve("state.properties");
    }

    /** Makes a folder that only this account may enter. */
    static Path makePrivate(Path made) throws IOException {
        Files.createDirectories(made);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        return made;
    }

    /** Lets the folder go. */
    @Override
    public void close() throws IOException {
        if (lockFile != null) {
            lockFile.close();
        }
    }
}
