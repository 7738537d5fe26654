package org.entezar.audit;

import java.util.List;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.AnchorRows;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.audit.internal.checkpoint.CheckpointRows;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.audit.internal.proof.HistoryTree;
import org.entezar.evidence.ConsistencyDocument;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/**
 * Signed states of a workspace's history. They are made by themselves when something was written and enough time has
 * passed, and on demand. A checkpoint is a statement about the history and no part of it, so whoever may read history
 * may ask for one. All but rotating keys need {@link Permission#HISTORY_READ}.
 */
public final class Checkpoints {

    /** Most checkpoints of a page. */
    public static final int LARGEST_PAGE = 500;

    private final Work work;
    private final CheckpointMaker maker;
    private final KeyCustody custody;

    Checkpoints(Work work, CheckpointMaker maker, KeyCustody custody) {
        this.work = work;
        this.maker = maker;
        this.custody = custody;
    }

    /**
     * The checkpoint of the history as it is now; the latest when nothing was written since.
     *
     * @throws Problem {@link ErrorCode#HISTORY_BROKEN} with the first entry that does not hold, which is not signed
     */
    public SignedCheckpoint take(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.HISTORY_READ);
        return maker.make(workspace);
    }

    /** The latest checkpoint, if there is one. */
    public Optional<SignedCheckpoint> latest(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> CheckpointRows.latest(tx)
                .map(CheckpointRows.Kept::signed));
    }

    /**
     * Checkpoints, the newest first.
     *
     * @param before what the page before named as next
     * @param limit 1 to {@value #LARGEST_PAGE}
     */
    public CheckpointPage list(Caller caller, WorkspaceId workspace, Optional<Long> before, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", limit);
        }
        List<SignedCheckpoint> read = work.read(
                caller,
                workspace,
                Permission.HISTORY_READ,
                tx -> CheckpointRows.page(tx, before.orElse(Long.MAX_VALUE), limit + 1));
        if (read.size() <= limit) {
            return new CheckpointPage(read, Optional.empty());
        }
        List<SignedCheckpoint> page = read.subList(0, limit);
        return new CheckpointPage(
                page, Optional.of(page.get(limit - 1).checkpoint().size()));
    }

    /**
     * Proves that the earlier checkpoint's history is the unchanged beginning of the later one's.
     *
     * @param before size of the earlier one
     * @param after size of the later one
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is no checkpoint of such a size;
     *     {@link ErrorCode#HISTORY_BROKEN} when the entries do not allow a proof any more
     */
    public ConsistencyDocument consistency(Caller caller, WorkspaceId workspace, long before, long after) {
        if (before > after) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "from", before);
        }
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> {
            SignedCheckpoint first = ofSize(tx, before);
            SignedCheckpoint second = ofSize(tx, after);
            ConsistencyDocument kept = new ConsistencyDocument(
                    first, second, Merkle.consistency(HistoryTree.of(tx), before, after), custody.statements());
            ConsistencyDocument proof = kept.holds()
                    ? kept
                    : new ConsistencyDocument(
                            first,
                            second,
                            Merkle.consistency(HistoryTree.ofEntries(tx), before, after),
                            custody.statements());
            if (!proof.holds()) {
                throw new Problem(ErrorCode.HISTORY_BROKEN, after);
            }
            return proof;
        });
    }

    private static SignedCheckpoint ofSize(Tx tx, long size) {
        return CheckpointRows.ofSize(tx, size).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    /** The keys that sign, each handed custody by the one before. */
    public List<KeyStatement> keys(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.HISTORY_READ);
        return custody.statements();
    }

    /** How far checkpoints were handed to places outside; empty when the installation has none. */
    public List<AnchorState> anchors(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.HISTORY_READ, AnchorRows::all);
    }

    /**
     * Has the present signing key hand custody to a new one.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public KeyStatement rotateKey(Caller operator) {
        if (!operator.isOperator()) {
            throw new Problem(
                    operator.isSignedIn() ? ErrorCode.FORBIDDEN : ErrorCode.UNAUTHENTICATED,
                    Permission.WORKSPACE_CREATE.name());
        }
        return custody.rotate();
    }
}
