package org.entezar.evidence.archive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does one step after the other on a thread of its own while the caller reads on, never more than one step behind. */
final class Behind implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "evidence");
        made.setDaemon(true);
        return made;
    });
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** Waits for the step before and begins this one. */
    void then(Runnable step) {
        await();
        last = CompletableFuture.runAsync(step, thread);
    }

    /** Waits until all is done; what a step threw is thrown here. */
    void await() {
        try {
            last.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
