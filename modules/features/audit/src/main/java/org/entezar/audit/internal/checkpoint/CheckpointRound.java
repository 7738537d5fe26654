package org.entezar.audit.internal.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.CheckpointPlan;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.audit.internal.reading.EntryRows;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round over workspaces: signs what is due and hands checkpoints to places outside, each in its order and each until
 * it has arrived. What fails is noted where auditors see it, and tried again in the next round.
 */
public final class CheckpointRound {

    private static final int DELIVERIES = 100;
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRound.class);

    private final Work work;
    private final CheckpointMaker maker;
    private final KeyCustody custody;
    private final CheckpointPlan plan;
    private final List<Anchor> anchors = new ArrayList<>();

    public CheckpointRound(Work work, CheckpointMaker maker, KeyCustody custody, CheckpointPlan plan) {
        this.work = work;
        this.maker = maker;
        this.custody = custody;
        this.plan = plan;
        plan.file().ifPresent(file -> anchors.add(new FileAnchor(file)));
        plan.address().ifPresent(address -> anchors.add(new HttpAnchor(address)));
    }

    /** Goes over the workspaces; one that fails does not keep the others from their turn. */
    public void run(Iterable<WorkspaceId> workspaces) throws InterruptedException {
        custody.rotateAfter(plan.keyAge());
        for (WorkspaceId workspace : workspaces) {
            try {
                sign(workspace);
                handOver(workspace);
                plan.mail().ifPresent(mail -> mail.send(work, workspace));
            } catch (RuntimeException failure) {
                LOG.error("The history of workspace {} could not be signed or anchored", workspace, failure);
            }
        }
    }

    /**
     * Hands what waits to all places outside.
     *
     * @return whether every one of them has everything
     */
    public boolean handOver(WorkspaceId workspace) throws InterruptedException {
        boolean everywhere = true;
        for (Anchor anchor : anchors) {
            everywhere &= deliver(workspace, anchor);
        }
        return everywhere;
    }

    private void sign(WorkspaceId workspace) {
        Caller caller = Caller.product("checkpoints", workspace);
        if (!work.read(caller, workspace, Permission.HISTORY_READ, this::isDue)) {
            return;
        }
        try {
            SignedCheckpoint made = maker.make(workspace);
            LOG.debug("Signed {} entries of workspace {}", made.checkpoint().size(), workspace);
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.HISTORY_BROKEN) {
                throw problem;
            }
            LOG.error("The history of workspace {} is broken at entry {}", workspace, problem.arguments());
        }
    }

    private boolean isDue(Tx tx) {
        long size = EntryRows.size(tx);
        Optional<SignedCheckpoint> latest = CheckpointRows.latest(tx).map(CheckpointRows.Kept::signed);
        return latest.map(signed -> signed.checkpoint().size() < size
                        && !signed.checkpoint().at().plus(plan.every()).isAfter(tx.now()))
                .orElse(size > 0);
    }

    private boolean deliver(WorkspaceId workspace, Anchor anchor) throws InterruptedException {
        Caller caller = Caller.product("checkpoints", workspace);
        List<CheckpointRows.Row> waiting = work.read(
                caller,
                workspace,
                Permission.HISTORY_READ,
                tx -> CheckpointRows.following(tx, AnchorRows.delivered(tx, anchor.target()), DELIVERIES));
        for (CheckpointRows.Row row : waiting) {
            try {
                anchor.hand(SignedCheckpoint.parse(row.line().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failure) {
                LOG.warn("A checkpoint could not be handed to {}: {}", anchor.target(), failure.toString());
                note(workspace, tx -> AnchorRows.noteFailure(tx, anchor.target(), failure.toString()));
                return false;
            }
            note(workspace, tx -> AnchorRows.noteDelivery(tx, anchor.target(), row.size()));
        }
        return waiting.size() < DELIVERIES;
    }

    private void note(WorkspaceId workspace, java.util.function.Consumer<Tx> note) {
        work.append(Caller.product("checkpoints", workspace), workspace, Permission.HISTORY_READ, tx -> {
            note.accept(tx);
            return workspace;
        });
    }
}
