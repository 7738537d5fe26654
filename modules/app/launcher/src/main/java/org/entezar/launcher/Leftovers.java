package org.entezar.launcher;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entezar.postgres.EmbeddedPostgres;

/** What a killed launcher left running on a data folder. Usually the kernel has ended it; here it is made sure. */
final class Leftovers {
    private static final long GENTLE_SECONDS = 5;

    private final DataFolder data;

    private Leftovers(DataFolder data) {
        this.data = data;
    }

    static Leftovers of(DataFolder data) {
        return new Leftovers(data);
    }

    /** Ends what is left; true when there was something. */
    boolean end(Progress progress) throws IOException {
        List<ProcessHandle> left = RunState.read(data.state()).leftovers();
        if (!left.isEmpty()) {
            progress.say("ending what an earlier run left behind: "
                    + left.stream().map(ProcessHandle::pid).toList());
            left.forEach(ProcessHandle::destroy);
            if (!haveEnded(left)) {
                left.forEach(ProcessHandle::destroyForcibly);
                haveEnded(left);
            }
        }
        return EmbeddedPostgres.stopLeftover(data.database()) || !left.isEmpty();
    }

    private static boolean haveEnded(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(GENTLE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        }
    }
}
