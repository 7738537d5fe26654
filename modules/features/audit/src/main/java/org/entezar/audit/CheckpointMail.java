package org.entezar.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.audit.internal.checkpoint.AnchorRows;
import org.entezar.audit.internal.checkpoint.CheckpointLetter;
import org.entezar.audit.internal.checkpoint.CheckpointRows;
import org.entezar.audit.internal.engagement.EngagementRows;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.Members;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.Workspaces;

/**
 * Sends the newest checkpoint of a workspace by mail, once a day at most: to auditors whose engagement runs and
 * who are still members, and to an address of the installation. A checkpoint that lies in somebody else's mailbox cannot be taken back, so nobody rewrites
 * what was before it unnoticed. Written into the outbox in the transaction that notes it, so that none is lost or sent
 * for nothing; where mail is neither sent nor shown, none is written.
 */
public final class CheckpointMail {

    private static final Duration PAUSE = Duration.ofHours(24);
    private static final Duration OF_USE = Duration.ofDays(7);

    private final Outbox outbox;
    private final Workspaces workspaces;
    private final Members members;
    private final Optional<MailAddress> everywhere;

    /** @param everywhere address to which the checkpoints of every workspace go */
    public CheckpointMail(Outbox outbox, Workspaces workspaces, Members members, Optional<MailAddress> everywhere) {
        this.outbox = outbox;
        this.workspaces = workspaces;
        this.members = members;
        this.everywhere = everywhere;
    }

    /** Has the workspace's newest checkpoint sent to those for whom it is time; for the rounds over histories. */
    public void send(Work work, WorkspaceId workspace) {
        if (!outbox.sends() && !outbox.readable()) {
            return;
        }
        Caller caller = Caller.product("checkpoints", workspace);
        Map<MailAddress, Set<String>> wanted = work.read(caller, workspace, Permission.HISTORY_READ, this::due);
        List<MailAddress> due = wanted.entrySet().stream()
                .filter(one -> everywhere.filter(one.getKey()::equals).isPresent()
                        || one.getValue().stream().anyMatch(auditor -> isAuditor(caller, workspace, auditor)))
                .map(Map.Entry::getKey)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Workspace about = workspaces.get(caller, workspace);
        List<MailId> written = work.append(caller, workspace, Permission.HISTORY_READ, tx -> write(tx, about, due));
        written.forEach(id -> outbox.begin(workspace, id));
    }

    /** Where it is time for the newest, each with the auditors whose address it is. */
    private Map<MailAddress, Set<String>> due(Tx tx) {
        long newest = CheckpointRows.newestSize(tx);
        Map<MailAddress, Set<String>> wanted = new LinkedHashMap<>();
        everywhere.ifPresent(address -> wanted.put(address, new LinkedHashSet<>()));
        for (Engagement engagement : EngagementRows.mailed(tx, tx.now())) {
            engagement.mail().flatMap(MailAddress::of).ifPresent(address -> wanted.computeIfAbsent(
                            address, unused -> new LinkedHashSet<>())
                    .add(engagement.auditor()));
        }
        List<AnchorState> states = wanted.isEmpty() ? List.of() : AnchorRows.all(tx);
        Instant since = tx.now().minus(PAUSE);
        wanted.keySet()
                .removeIf(address -> newest == 0
                        || states.stream()
                                .filter(state -> state.target().equals(target(address)))
                                .anyMatch(state -> state.size() >= newest
                                        || state.deliveredAt()
                                                .filter(last -> last.isAfter(since))
                                                .isPresent()));
        return wanted;
    }

    /** Asked only when a mail is due; where the identity provider cannot be asked, the next round asks again. */
    private boolean isAuditor(Caller caller, WorkspaceId workspace, String subject) {
        try {
            return members.get(caller, workspace, subject).roles().contains(Role.AUDITOR);
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.NOT_FOUND || problem.code() == ErrorCode.IDENTITY_UNAVAILABLE) {
                return false;
            }
            throw problem;
        }
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
