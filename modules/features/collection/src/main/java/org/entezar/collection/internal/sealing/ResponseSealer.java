package org.entezar.collection.internal.sealing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.entezar.evidence.Entry;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Merkle;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals responses: every few seconds takes the groups that wait in a workspace, builds the Merkle tree over their leaves
 * and writes one entry with its root. Taking, entry and batch are one transaction, so a crash leaves a response either
 * waiting or sealed. What waited when a server ended is taken up by the next through {@link #note}.
 */
public final class ResponseSealer implements AutoCloseable {

    /** Responses of one batch, about; a group is never divided. */
    private static final int BATCH = 8_192;

    private static final Logger LOG = LoggerFactory.getLogger(ResponseSealer.class);

    private final Work work;
    private final Set<WorkspaceId> noted = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread;

    /** @param pause between two rounds; a response waits at most about that long */
    public ResponseSealer(Work work, Duration pause) {
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "response-sealer");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says that responses of the workspace may be waiting. Cheap; called for each group that was stored. */
    public void note(WorkspaceId workspace) {
        noted.add(workspace);
    }

    private void round() {
        for (WorkspaceId workspace : Set.copyOf(noted)) {
            noted.remove(workspace);
            try {
                seal(workspace);
            } catch (RuntimeException failure) {
                LOG.warn("Responses could not be sealed yet; they are tried again", failure);
                noted.add(workspace);
            }
        }
    }

    /** Seals all that waits in the workspace; returns how many responses that were. */
    public long seal(WorkspaceId workspace) {
        Caller caller = Caller.product("response-sealer", workspace);
        long sealed = 0;
        while (work.read(caller, workspace, Permission.RESPONSE_SUBMIT, SealRows::isWaiting)) {
            int count = work.append(caller, workspace, Permission.RESPONSE_SUBMIT, ResponseSealer::sealBatch);
            if (count == 0) {
                // Somebody else took them meanwhile.
                return sealed;
            }
            sealed += count;
        }
        return sealed;
    }

    private static int sealBatch(Tx tx) {
        List<SealRows.Group> groups = SealRows.take(tx, BATCH);
        if (groups.isEmpty()) {
            return 0;
        }
        List<UUID> ids = new ArrayList<>();
        List<Hash> leaves = new ArrayList<>();
        Instant from = groups.get(0).from();
        Instant to = groups.get(0).to();
        int imported = 0;
        int late = 0;
        for (SealRows.Group group : groups) {
            Map<UUID, SealRows.Stored> stored =
                    group.leaves().isPresent() ? Map.of() : SealRows.stored(tx, group.ids());
            ids.addAll(group.ids());
            leaves.addAll(SealRows.leaves(group, stored));
            from = group.from().isBefore(from) ? group.from() : from;
            to = group.to().isAfter(to) ? group.to() : to;
            imported += group.imported().orElse((int)
                    stored.values().stream().filter(SealRows.Stored::imported).count());
            late += group.late().orElse((int)
                    stored.values().stream().filter(SealRows.Stored::late).count());
        }
        long sequence = tx.recordNumbered(Change.created(
                Entry.RESPONSES_SEALED,
                "responses",
                Map.of(
                        "count",
                        ids.size(),
                        "root",
                        Merkle.root(leaves).hex(),
                        "imported",
                        imported,
                        "late",
                        late,
                        "receivedFrom",
                        from,
                        "receivedTo",
                        to)));
        SealRows.insert(tx, sequence, from, to, ids, leaves);
        return ids.size();
    }

    /** Ends after the round that is going; what waits then is sealed at the next start. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        round();
    }
}
