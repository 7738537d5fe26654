package org.entezar.audit.internal.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.JobId;

/** The files of finished archives, a folder for each workspace, readable for the account of the server only. */
public final class ArchiveFiles {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;
    private final Clock clock;

    public ArchiveFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Where the job's archive is when it is finished. */
    public Path finished(WorkspaceId workspace, JobId job) {
        return folder.resolve(workspace.toString()).resolve(job + ".zip");
    }

    /** An empty file to write to; a part that was left from a run that was cut off goes. */
    public Path begin(WorkspaceId workspace, JobId job) throws IOException {
        Path part = folder.resolve(workspace.toString()).resolve(job + ".part");
        Files.createDirectories(part.getParent());
        Files.deleteIfExists(part);
        return Files.createFile(
                part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Opens a finished archive. */
    public InputStream open(WorkspaceId workspace, JobId job) {
        try {
            return Files.newInputStream(finished(workspace, job));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Deletes what is older than a week. */
    public void clear(WorkspaceId workspace) throws IOException {
        Path own = folder.resolve(workspace.toString());
        if (!Files.isDirectory(own)) {
            return;
        }
        FileTime oldest = FileTime.from(clock.instant().minus(KEPT));
        List<Path> files;
        try (Stream<Path> all = Files.list(own)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Where an archive that was sent is. */
    public Path received(WorkspaceId workspace, String name) {
        return folder.resolve(workspace.toString()).resolve(name + ".incoming");
    }

    /**
     * Keeps an archive that is being sent.
     *
     * @param name of our own making
     * @return its SHA-256
     * @throws Problem {@link ErrorCode#TOO_LARGE}; nothing of it is kept then
     */
    public String receive(WorkspaceId workspace, String name, InputStream archive, long largest) throws IOException {
        Path file = received(workspace, name);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream output = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                bytes += read;
                if (bytes > largest) {
                    throw new Problem(ErrorCode.TOO_LARGE, largest);
                }
                digest.update(buffer, 0, read);
                output.write(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | RuntimeException brokenOff) {
            Files.deleteIfExists(file);
            throw brokenOff;
        }
    }

    /** Deletes everything that is kept of a workspace. */
    public void forget(WorkspaceId workspace) throws IOException {
        Path own = folder.resolve(workspace.toString());
        if (!Files.isDirectory(own)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(own)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(own);
    }
}
