package org.entezar.audit.internal.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
    Path begin(WorkspaceId workspace, JobId job) throws IOException {
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
    void clear(WorkspaceId workspace) throws IOException {
        Path own = folder.resolve(workspace.toString());
        if (!Files.isDirectory(own)) {
            return;
        }
        FileTime oldest = FileTime.from(clock.instant().minus(KEPT));
        List<Path> files;
        try (Stream<Path> all = Files.list(own)) {
            files = all.toList();
        }
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                Files.deleteIfExists(file);
            }
        }
    }
}
