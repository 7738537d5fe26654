package org.entezar.collection.internal.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores responses in small groups, so that many share one commit and nobody waits for company: a writer takes what is
 * queued, up to {@link #GROUP}, and commits it in one transaction a workspace. A response is acknowledged after its
 * commit and never before. When a group fails, each of its rows is tried alone, so that one bad row fails alone.
 *
 * <p>The queue is bounded: what does not fit is refused at once and nothing of it is stored. Closing takes no more and
 * writes what is queued.
 */
public final class ResponseWriter implements AutoCloseable {

    /** Most rows of one group. */
    static final int GROUP = 64;

    /** Seconds after which a refused client should try again. */
    private static final int RETRY_AFTER_SECONDS = 2;

    private static final long PATIENCE_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);

    private final Work work;
    private final Consumer<WorkspaceId> stored;
    private final BlockingQueue<Entry> queue;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A row that waits. Whoever sets {@code taken} first decides: the writer that stores it or the client that leaves. */
    private record Entry(
            @Nullable WorkspaceId workspace,
            @Nullable ResponseRow row,
            AtomicBoolean taken,
            CompletableFuture<Outcome> done) {

        static Entry last() {
            return new Entry(null, null, new AtomicBoolean(), new CompletableFuture<>());
        }
    }

    /** Rolls a group back of which some row was there already; rare, so the group is looked at row by row then. */
    private static final class KnownAlready extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KnownAlready() {
            super("A response of the group is stored already", null, false, false);
        }
    }

    /**
     * @param stored told of each workspace in which a group was stored; must be quick
     * @param capacity most rows that wait
     * @param writers how many groups are committed at the same time; each needs a connection
     */
    public ResponseWriter(Work work, Consumer<WorkspaceId> stored, int capacity, int writers) {
        this.work = work;
        this.stored = stored;
        this.queue = new ArrayBlockingQueue<>(capacity);
        for (int i = 1; i <= writers; i++) {
            Thread thread = new Thread(this::run, "response-writer-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * Stores the row and returns when it is durable.
     *
     * @throws Problem {@link ErrorCode#OVERLOADED} when too much waits or the server is stopping;
     *     {@link ErrorCode#DATABASE_UNAVAILABLE}
     */
    public Outcome write(WorkspaceId workspace, ResponseRow row) {
        Entry entry = new Entry(workspace, row, new AtomicBoolean(), new CompletableFuture<>());
        if (closed.get() || !queue.offer(entry)) {
            throw overloaded();
        }
        if (closed.get() && entry.taken().compareAndSet(false, true)) {
            throw overloaded();
        }
        return await(entry);
    }

    private static Outcome await(Entry entry) {
        try {
            return entry.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            if (entry.taken().compareAndSet(false, true)) {
                throw overloaded();
            }
            // A writer has it: only the database's answer tells whether it is stored.
            return entry.done().join();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("A response could not be stored", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
    }

    private static Problem overloaded() {
        return new Problem(ErrorCode.OVERLOADED, RETRY_AFTER_SECONDS);
    }

    private void run() {
        List<Entry> group = new ArrayList<>(GROUP);
        boolean going = true;
        while (going) {
            group.clear();
            try {
                group.add(queue.take());
            } catch (InterruptedException interrupted) {
                // Only closing ends a writer; somebody else's interrupt must not lose what is queued.
                continue;
            }
            queue.drainTo(group, GROUP - 1);
            going = write(group);
        }
    }

    /** Writes a group; false when it holds the sign to end. */
    private boolean write(List<Entry> group) {
        Map<WorkspaceId, List<Entry>> byWorkspace = new LinkedHashMap<>();
        boolean going = true;
        for (Entry entry : group) {
            if (entry.workspace() == null) {
                if (!going) {
                    // The sign for another writer.
                    queue.add(entry);
                }
                going = false;
            } else if (entry.taken().compareAndSet(false, true)) {
                byWorkspace
                        .computeIfAbsent(entry.workspace(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        byWorkspace.forEach(this::writeTogether);
        return going;
    }

    private void writeTogether(WorkspaceId workspace, List<Entry> entries) {
        try {
            List<Outcome> outcomes = insert(workspace, entries);
            stored.accept(workspace);
            for (int i = 0; i < entries.size(); i++) {
                entries.get(i).done().complete(outcomes.get(i));
            }
        } catch (Throwable failure) {
            if (entries.size() == 1 || failure instanceof Problem) {
                entries.forEach(entry -> entry.done().completeExceptionally(failure));
                return;
            }
            LOG.warn("A group of {} responses failed; each is tried alone", entries.size(), failure);
            entries.forEach(entry -> writeTogether(workspace, List.of(entry)));
        }
    }

    private List<Outcome> insert(WorkspaceId workspace, List<Entry> entries) {
        List<ResponseRow> rows = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            if (entry.row() != null) {
                rows.add(entry.row());
            }
        }
        Caller caller = Caller.product("response-writer", workspace);
        try {
            work.append(caller, workspace, Permission.RESPONSE_SUBMIT, tx -> {
                if (!ResponseStore.insertNew(tx, rows)) {
                    throw new KnownAlready();
                }
                return rows;
            });
            return Collections.nCopies(rows.size(), Outcome.ACCEPTED);
        } catch (KnownAlready rolledBack) {
            return work.append(caller, workspace, Permission.RESPONSE_SUBMIT, tx -> ResponseStore.insert(tx, rows));
        }
    }

    /** Takes no more, writes what is queued and returns when that is durable. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            for (int i = 0; i < threads.size(); i++) {
                queue.put(Entry.last());
            }
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Entry late = queue.poll(); late != null; late = queue.poll()) {
            if (late.taken().compareAndSet(false, true)) {
                late.done().completeExceptionally(overloaded());
            }
        }
    }
}
