package org.entezar.postgres;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A program started by this JVM that does not outlive it. It runs in a session of its own, so that Ctrl-C reaches only
 * this JVM, which then stops its children in order; and the kernel signals it when this JVM dies without a word
 * ({@code kill -9}). Both come from util-linux ({@code setsid}, {@code setpriv}); where these are missing the child is
 * started plainly. Standard output and error go to a log file; the log of the run before is kept beside it.
 */
public final class ChildProcess {
    /** What the kernel sends to the child when this JVM has died. */
    public enum ParentGone {
        /** SIGTERM: an orderly end for a JVM. */
        TERM,
        /** SIGINT: PostgreSQL's fast shutdown. */
        INT
    }

    // The kernel watches the thread that forked, not the process: one thread that never ends starts all children.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "starts-child-processes");
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param command the program and its arguments
     * @param environment the whole environment of the child; nothing is inherited
     * @param folder its working folder
     * @param log the file for its output; an earlier one becomes {@code NAME.1}
     * @throws UncheckedIOException when the program cannot be started
     */
    public static ChildProcess start(
            List<String> command, Map<String, String> environment, Path folder, Path log, ParentGone parentGone) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        List<String> whole = new ArrayList<>(detached(parentGone));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new ChildProcess(startFromLastingThread(builder), log);
    }

    private static List<String> detached(ParentGone parentGone) {
        List<String> prefix = new ArrayList<>();
        SystemProgram.find("setsid").ifPresent(setsid -> prefix.add(setsid.toString()));
        SystemProgram.find("setpriv")
                .ifPresent(setpriv -> prefix.addAll(List.of(setpriv.toString(), "--pdeathsig", parentGone.name())));
        return prefix;
    }

    private static Process startFromLastingThread(ProcessBuilder builder) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return builder.start();
                                } catch (IOException failed) {
                                    throw new UncheckedIOException(failed);
                                }
                            },
                            STARTER)
                    .get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while starting " + builder.command()));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UncheckedIOException reason) {
                throw reason;
            }
            throw new UncheckedIOException(new IOException(failed.getCause()));
        }
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its handle, for instance to be told when it ends. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Completes when it has ended, with its exit code. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits for its end; true when it has ended in time. */
    public boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Asks it to end with SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Asks it to end with SIGTERM and, when patience is over, ends it with SIGKILL. */
    public void stop(Duration patience) {
        process.destroy();
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /** Ends it with SIGKILL and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(5));
    }

    /** The last lines of its log, for a message. */
    public String endOfLog(int lines) {
        return endOf(log, lines);
    }

    static String endOf(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - 16_384);
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }
}
