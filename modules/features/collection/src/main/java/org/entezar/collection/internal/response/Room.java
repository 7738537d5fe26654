package org.entezar.collection.internal.response;

import java.time.Clock;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.fairness.StoredBytes;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;

/** What is left to a workspace of what it may take in and keep. */
public final class Room {

    private static final long MEGABYTE = 1_000_000;

    private final Work work;
    private final MonthlyResponses monthly;
    private final StoredBytes stored;

    public Room(Work work, Clock clock) {
        this.work = work;
        this.monthly = new MonthlyResponses(work, clock);
        this.stored = new StoredBytes(work);
    }

    /** Responses of this month, counted one by one. */
    public MonthlyResponses monthly() {
        return monthly;
    }

    /** Megabytes that the workspace keeps, as of an hour ago at most. */
    public long megabytes(WorkspaceId workspace) {
        return stored.of(workspace) / MEGABYTE;
    }

    /** Lets a file of unknown length pass that is kept. */
    public void requireForFile(WorkspaceId workspace) {
        if (work.limit(workspace, Quota.STORAGE_MEGABYTES) < Long.MAX_VALUE) {
            work.requireRoom(workspace, Quota.STORAGE_MEGABYTES, megabytes(workspace));
        }
    }
}
