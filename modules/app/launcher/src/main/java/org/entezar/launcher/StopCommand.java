package org.entezar.launcher;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code stop}: tells the launcher of a data folder to stop, and waits until everything has ended. */
final class StopCommand {
    private static final long PATIENCE_SECONDS = 30;

    private final DataFolder data;
    private final Progress progress;

    StopCommand(DataFolder data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    ExitCode run() throws IOException, InterruptedException {
        if (!data.isInUse()) {
            if (Leftovers.of(data).end(progress)) {
                progress.say("ended what a killed launcher had left behind");
                return ExitCode.OK;
            }
            progress.line("Entezar does not run on " + data.folder());
            return ExitCode.NOT_RUNNING;
        }
        Optional<ProcessHandle> launcher = RunState.read(data.state()).living("launcher");
        if (launcher.isEmpty() || !launcher.get().destroy()) {
            throw new LaunchFailure(
                    ExitCode.FAILED,
                    "something works on " + data.folder()
                            + " that cannot be told to stop: it is just starting, or belongs to another account");
        }
        progress.say("stopping");
        CompletableFuture<ProcessHandle> end = launcher.get().onExit();
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new LaunchFailure(
                    ExitCode.FAILED,
                    "process " + launcher.get().pid() + " has not ended within " + PATIENCE_SECONDS + " s",
                    late);
        }
        progress.say("stopped");
        return ExitCode.OK;
    }
}
