package org.entezar.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.audit.internal.checkpoint.AnchorRows;
import org.entezar.audit.internal.checkpoint.CheckpointLetter;
import org.entezar.audit.internal.checkpoint.CheckpointRows;
import org.entezar.audit.internal.engagement.EngagementRows;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.Workspaces;

/**
 * Sends the newest checkpoint of a workspace by mail, once a day at most: to auditors whose engagement runs, and to an
 * address of the installation. A checkpoint that lies in somebody else's mailbox cannot be taken back, so nobody rewrites
 * what was before it unnoticed. Written into the outbox in the transaction that notes it, so that none is lost or sent
 * for nothing; where mail is neither sent nor shown, none is written.
 */
public final class CheckpointMail {

    private static final Duration PAUSE = Duration.ofHours(24);
    private static final Duration OF_USE = Duration.ofDays(7);

    private final Outbox outbox;
    private final Workspaces workspaces;
    private final Optional<MailAddress> everywhere;

    /** @param everywhere address to which the checkpoints of every workspace go */
    public CheckpointMail(Outbox outbox, Workspaces workspaces, Optional<MailAddress> everywhere) {
        this.outbox = outbox;
        this.workspaces = workspaces;
        this.everywhere = everywhere;
    }

    /** Has the workspace's newest checkpoint sent to those for whom it is time; for the rounds over histories. */
    public void send(Work work, WorkspaceId workspace) {
        if (!outbox.sends() && !outbox.readable()) {
            return;
        }
        Caller caller = Caller.product("checkpoints", workspace);
        List<MailAddress> due = work.read(caller, workspace, Permission.HISTORY_READ, this::due);
        if (due.isEmpty()) {
            return;
        }
        Workspace about = workspaces.get(caller, workspace);
        List<MailId> written = work.append(caller, workspace, Permission.HISTORY_READ, tx -> write(tx, about, due));
        written.forEach(id -> outbox.begin(workspace, id));
    }

    private List<MailAddress> due(Tx tx) {
        long newest = CheckpointRows.newestSize(tx);
        Set<MailAddress> wanted = new LinkedHashSet<>();
        everywhere.ifPresent(wanted::add);
        EngagementRows.addresses(tx, tx.now()).stream()
                .map(MailAddress::of)
                .flatMap(Optional::stream)
                .forEach(wanted::add);
        List<AnchorState> states = wanted.isEmpty() ? List.of() : AnchorRows.all(tx);
        Instant since = tx.now().minus(PAUSE);
        return wanted.stream()
                .filter(address -> newest > 0
                        && states.stream()
                                .filter(state -> state.target().equals(target(address)))
                                .allMatch(state -> state.size() < newest
                                        && state.deliveredAt()
                                                .filter(last -> last.isAfter(since))
                                                .isEmpty()))
                .toList();
    }

    private List<MailId> write(Tx tx, Workspace about, List<MailAddress> due) {
        SignedCheckpoint newest = CheckpointRows.latest(tx).orElseThrow().signed();
        List<MailId> written = new ArrayList<>();
        for (MailAddress address : due) {
            written.add(outbox.write(
                    tx,
                    "checkpoint",
                    address,
                    CheckpointLetter.of(about, newest),
                    tx.now().plus(OF_USE)));
            AnchorRows.noteDelivery(tx, target(address), newest.checkpoint().size());
        }
        return written;
    }

    private static String target(MailAddress address) {
        return "mail:" + address.value();
    }
}
