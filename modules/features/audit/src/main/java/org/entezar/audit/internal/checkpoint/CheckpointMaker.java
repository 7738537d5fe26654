package org.entezar.audit.internal.checkpoint;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.audit.internal.proof.HistoryTree;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryCheck;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.SigningKey;
import org.entezar.evidence.TreeFront;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.jdbi.v3.core.result.ResultSetException;
import org.jspecify.annotations.Nullable;

/**
 * Makes checkpoints: goes on from the front of the one before, reads the entries since, checks each against its hash and
 * the one before it, and signs. A history that is broken is not signed.
 */
public final class CheckpointMaker {

    private static final int FETCH = 5_000;

    private final Work work;
    private final KeyCustody custody;

    public CheckpointMaker(Work work, KeyCustody custody) {
        this.work = work;
        this.custody = custody;
    }

    /**
     * The checkpoint of the history as it is now; the latest one when nothing was written since.
     *
     * @throws Problem {@link ErrorCode#HISTORY_BROKEN} with the entry at which it breaks; {@link ErrorCode#NOT_FOUND}
     *     when there is no entry
     */
    public SignedCheckpoint make(WorkspaceId workspace) {
        Caller caller = Caller.product("checkpoints", workspace);
        SigningKey key = custody.current();
        return work.append(caller, workspace, Permission.HISTORY_READ, tx -> {
            try {
                return make(tx, key);
            } catch (Malformed spoilt) {
                // The latest checkpoint itself is not what was written.
                throw new Problem(ErrorCode.HISTORY_BROKEN, CheckpointRows.newestSize(tx));
            }
        });
    }

    private static SignedCheckpoint make(Tx tx, SigningKey key) {
        Optional<CheckpointRows.Kept> latest = CheckpointRows.latest(tx);
        long from = latest.map(kept -> kept.signed().checkpoint().size()).orElse(0L);
        Hash head = latest.map(kept -> kept.signed().checkpoint().head()).orElse(Hash.ZERO);
        TreeFront front = latest.map(kept -> front(tx, kept)).orElseGet(TreeFront::empty);
        EntryCheck check = new EntryCheck(tx.workspace().toString(), from, head);
        read(tx, from, check, front);
        if (front.size() == 0) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        if (latest.isPresent() && front.size() == from) {
            return latest.get().signed();
        }
        SignedCheckpoint signed = SignedCheckpoint.sign(
                new Checkpoint(
                        tx.workspace().toString(),
                        front.size(),
                        check.previous(),
                        front.root(),
                        latest.map(kept -> kept.signed().checkpoint().hash()).orElse(Hash.ZERO),
                        tx.now(),
                        key.verifying().id()),
                key);
        return CheckpointRows.insert(tx, signed, front)
                ? signed
                : CheckpointRows.ofSize(tx, front.size()).orElseThrow();
    }

    private static TreeFront front(Tx tx, CheckpointRows.Kept kept) {
        Checkpoint state = kept.signed().checkpoint();
        try {
            TreeFront front = kept.tree();
            if (front.root().equals(state.root())) {
                return front;
            }
        } catch (Malformed spoilt) {
            return rebuilt(tx, state);
        }
        return rebuilt(tx, state);
    }

    /** The front out of the entries themselves, for when what was kept beside the checkpoint is spoilt. */
    private static TreeFront rebuilt(Tx tx, Checkpoint state) {
        TreeFront front = HistoryTree.ofEntries(tx).front(state.size());
        if (!front.root().equals(state.root())) {
            throw new Problem(ErrorCode.HISTORY_BROKEN, state.size());
        }
        return front;
    }

    private static void read(Tx tx, long from, EntryCheck check, TreeFront front) {
        try (PreparedStatement statement = tx.connection().prepareStatement("""
                select sequence, entry, hash from history_entry where workspace_id = ? and sequence > ?
                order by sequence""")) {
            statement.setFetchSize(FETCH);
            statement.setObject(1, tx.workspace().value());
            statement.setLong(2, from);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long sequence = rows.getLong(1);
                    Hash hash = hash(sequence, rows.getString(3));
                    if (check.next(sequence, rows.getString(2), hash).isPresent()) {
                        throw new Problem(ErrorCode.HISTORY_BROKEN, sequence);
                    }
                    front.add(Entry.leaf(hash), (level, place, root) -> {
                        if (HistoryTree.isKept(level)) {
                            CheckpointRows.insertPart(tx, level, place, root);
                        }
                    });
                }
            }
        } catch (SQLException failure) {
            throw new ResultSetException("The history could not be read", failure, null);
        }
    }

    private static Hash hash(long sequence, @Nullable String text) {
        try {
            return Hash.parse(String.valueOf(text));
        } catch (Malformed spoilt) {
            throw new Problem(ErrorCode.HISTORY_BROKEN, sequence);
        }
    }
}
