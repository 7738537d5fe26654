package org.entezar.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entezar.postgres.PostgresFailure.Reason;

/**
 * Processes of an earlier PostgreSQL that still work on a data folder, because the program that started them was killed.
 * They are known by their working folder, which is the data folder for the server and each of its backends; process
 * numbers in files may long belong to somebody else. The lock file of a dead server is removed only when none of them is
 * left, since it is what keeps two servers off the same data.
 */
final class LeftoverServer {
    private static final long GENTLE_NANOS = 3_000_000_000L;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Path data;

    private LeftoverServer(Path data) {
        this.data = data;
    }

    static LeftoverServer of(Path data) {
        return new LeftoverServer(data);
    }

    /**
     * Ends what is left and removes a stale lock file.
     *
     * @return whether a process was left
     * @throws PostgresFailure when a process does not end
     */
    boolean stop() {
        long started = System.nanoTime();
        List<ProcessHandle> left = processes();
        boolean any = !left.isEmpty();
        left.forEach(ProcessHandle::destroy); // an orderly end, unless clients that were left behind hold it up
        while (!left.isEmpty()) {
            long elapsed = System.nanoTime() - started;
            if (elapsed > PATIENCE_NANOS) {
                throw new PostgresFailure(
                        Reason.NOT_STARTED,
                        "an earlier PostgreSQL still runs on " + data + " and does not end: "
                                + left.stream().map(ProcessHandle::pid).toList());
            }
            if (elapsed > GENTLE_NANOS) {
                left.forEach(ProcessHandle::destroyForcibly); // the next start replays the log
            }
            awaitEnd(left);
            left = processes();
        }
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return any;
        } catch (IOException failed) {
            throw new PostgresFailure(
                    Reason.ACCOUNT, "the lock file in " + data + " cannot be removed: " + failed.getMessage(), failed);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle handle) {
        Path process = Path.of("/proc", Long.toString(handle.pid()));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath())
                    && Files.readSymbolicLink(process.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres");
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException late) {
            // The caller looks again.
        }
    }
}
