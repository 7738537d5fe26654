package org.entezar.calculator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that made it, unless it is closed in time. Closing leaves the thread not interrupted. */
final class Deadline implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private boolean closed;

    private Deadline() {}

    static Deadline after(Duration time) {
        Deadline deadline = new Deadline();
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(deadline::pass);
        return deadline;
    }

    private synchronized void pass() {
        if (!closed) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Thread.interrupted();
    }
}
