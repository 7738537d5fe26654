package org.entezar.workspace.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/**
 * One after the other within a workspace, without holding a connection to the database meanwhile: for what asks the
 * identity provider first and changes it afterwards. A few workspaces share a turn; that costs them a wait at worst.
 */
public final class Turns {

    private static final int STRIPES = 64;
    private static final int PATIENCE = 10;

    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(index -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    /**
     * Does it when it is its turn.
     *
     * @throws Problem {@link ErrorCode#OVERLOADED} when those before take longer than {@value #PATIENCE} seconds
     */
    public <T> T take(WorkspaceId workspace, Supplier<T> deed) {
        ReentrantLock lock = locks[Math.floorMod(workspace.hashCode(), STRIPES)];
        try {
            if (!lock.tryLock(PATIENCE, TimeUnit.SECONDS)) {
                throw new Problem(ErrorCode.OVERLOADED, PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem(ErrorCode.OVERLOADED, PATIENCE);
        }
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }
}
