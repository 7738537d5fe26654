package org.entezar.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.entezar.postgres.ChildProcess;
import org.entezar.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one run. They are stopped in the order in which they need each other: server and Keycloak together,
 * then the database. Once stopping has begun, nothing new is taken in.
 */
final class Running {
    /** A process that ended although nobody had asked it to. */
    record Ended(String name, int exitCode, String endOfLog) {}

    private static final Duration JAVA_PATIENCE = Duration.ofSeconds(4);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(4);
    private static final int LOG_LINES = 12;

    private final Progress progress;
    private final RunState state;
    private final CompletableFuture<Ended> firstEnd = new CompletableFuture<>();

    private boolean stopping;
    private boolean stopped;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable ChildProcess build;
    private @Nullable ChildProcess keycloak;
    private @Nullable ChildProcess server;

    Running(Progress progress, RunState state) {
        this.progress = progress;
        this.state = state;
    }

    /** Takes in the database. */
    void postgres(EmbeddedPostgres started) {
        boolean late;
        synchronized (this) {
            late = stopping;
            postgres = started;
        }
        if (late) {
            started.close(DATABASE_PATIENCE);
            throw stoppedMeanwhile();
        }
        started.ended().thenAccept(code -> end("PostgreSQL", code, started.endOfLog(LOG_LINES)));
    }

    /** Takes in a process that builds something, one at a time; its end is not watched. */
    void build(ChildProcess started) {
        synchronized (this) {
            build = started;
        }
        takeIn("build", started);
    }

    /** Takes in Keycloak. */
    void keycloak(ChildProcess started) {
        synchronized (this) {
            keycloak = started;
        }
        takeIn("keycloak", started);
        started.ended().thenAccept(code -> end("Keycloak", code, started.endOfLog(LOG_LINES)));
    }

    /** Takes in the server. */
    void server(ChildProcess started) {
        synchronized (this) {
            server = started;
        }
        takeIn("server", started);
        started.ended().thenAccept(code -> end("the server", code, started.endOfLog(LOG_LINES)));
    }

    private void takeIn(String role, ChildProcess started) {
        boolean late;
        synchronized (this) {
            late = stopping;
        }
        if (late) {
            started.kill();
            throw stoppedMeanwhile();
        }
        try {
            state.note(role, started.handle());
        } catch (IOException failed) {
            throw LaunchFailure.of(failed);
        }
    }

    private static LaunchFailure stoppedMeanwhile() {
        return new LaunchFailure(ExitCode.FAILED, "stopped during the start");
    }

    private synchronized void end(String name, int exitCode, String endOfLog) {
        if (!stopping) {
            firstEnd.complete(new Ended(name, exitCode, endOfLog));
        }
    }

    /** Completes when a part ends by itself; never when all is stopped on request. */
    CompletableFuture<Ended> firstEnd() {
        return firstEnd;
    }

    /** Whether stopping has begun. */
    synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops everything, within ten seconds; returns when it is done, whoever began it. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        synchronized (firstEnd) { // one thread stops, others wait for it here
            if (stopped) {
                return;
            }
            boolean any = isAlive(build) || isAlive(keycloak) || isAlive(server) || postgres != null;
            if (any) {
                progress.say("stopping");
            }
            terminate(server);
            terminate(keycloak);
            terminate(build);
            long deadline = System.nanoTime() + JAVA_PATIENCE.toNanos();
            awaitOrKill(server, deadline);
            awaitOrKill(keycloak, deadline);
            awaitOrKill(build, deadline);
            EmbeddedPostgres database = postgres;
            if (database != null) {
                database.close(DATABASE_PATIENCE);
            }
            stopped = true;
            if (any) {
                progress.say("stopped");
            }
        }
    }

    private static boolean isAlive(@Nullable ChildProcess process) {
        return process != null && process.isAlive();
    }

    private static void terminate(@Nullable ChildProcess process) {
        if (process != null) {
            process.terminate();
        }
    }

    private static void awaitOrKill(@Nullable ChildProcess process, long deadline) {
        if (process != null && !process.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
            process.kill();
        }
    }
}
