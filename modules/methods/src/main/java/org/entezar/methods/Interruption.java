package org.entezar.methods;

import java.io.Serial;

/**
 * A computation was given up, since its thread had been interrupted. Everything that may take long looks once a turn, so
 * that a caller can set a time limit; the thread stays marked as interrupted.
 */
public final class Interruption extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private Interruption() {
        super("the computation was interrupted");
    }

    /** Gives up when the thread is interrupted. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    }
}
