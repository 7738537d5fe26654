package org.entezar.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.OperatorAccessRows;
import org.entezar.workspace.internal.StandingRows;

/**
 * How an operator comes to see anything in a workspace at all: by asking with a reason, and an owner's consent for some
 * hours. While it lasts the operator may read and change nothing; every look is an entry of the workspace's history. It
 * ends by the clock or by an owner's word, at the next request.
 */
public final class BreakGlass {

    /** Longest consent. */
    public static final Duration LONGEST = Duration.ofHours(72);

    private static final int MOST_LISTED = 200;
    private static final Set<Permission> READING = Arrays.stream(Permission.values())
            .filter(permission -> !permission.changes())
            .collect(Collectors.toUnmodifiableSet());

    private final Work work;
    private final WorkspaceDirectory directory;
    private final Uuids ids;
    private final Clock clock;

    public BreakGlass(Work work, WorkspaceDirectory directory, Uuids ids, Clock clock) {
        this.work = work;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks an owner for a look. For operators who are not in the workspace.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#WORKSPACE_NOT_FOUND}, {@link ErrorCode#INVALID}
     *     without a reason, {@link ErrorCode#STATE} while an earlier request of this operator is asked or open
     */
    public OperatorAccess ask(Caller operator, String alias, String reason) {
        WorkspaceId workspace = directory.get(operator, alias).id();
        String said = WorkspaceDirectory.reason(reason);
        Caller founder = Workspaces.founder(operator, workspace);
        return work.change(founder, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            boolean underWay = OperatorAccessRows.of(tx.handle(), workspace, MOST_LISTED).stream()
                    .filter(access -> access.operator().equals(operator.subject()))
                    .map(access -> access.at(tx.now()))
                    .anyMatch(state -> state == OperatorAccess.State.ASKED || state == OperatorAccess.State.OPEN);
            if (underWay) {
                throw new Problem(ErrorCode.STATE, "ASKED");
            }
            OperatorAccess asked = new OperatorAccess(
                    new OperatorAccessId(ids.next()),
                    workspace,
                    operator.subject(),
                    operator.displayName(),
                    said,
                    tx.now(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            OperatorAccessRows.insert(tx.handle(), asked);
            tx.recordOperatorAct(
                    Change.created("operator-access.asked", subject(asked.id()), asked), Optional.of(said));
            return asked;
        });
    }

    /**
     * Lets the operator read for some hours. Needs {@link Permission#MEMBER_EDIT} and the role of an owner.
     *
     * @param hours 1 to 72
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#INVALID},
     *     {@link ErrorCode#STATE} when it is not asked any more
     */
    public OperatorAccess consent(Caller owner, WorkspaceId workspace, OperatorAccessId id, int hours) {
        requireOwner(owner, workspace);
        if (hours < 1 || hours > LONGEST.toHours()) {
            throw new Problem(List.of(Violation.at("/hours", ErrorCode.OUT_OF_RANGE, 1, LONGEST.toHours())));
        }
        return decide(
                owner,
                workspace,
                id,
                "operator-access.granted",
                OperatorAccess.State.ASKED,
                now -> handle ->
                        OperatorAccessRows.grant(handle, id, owner.displayName(), now.plus(Duration.ofHours(hours))));
    }

    /** Refuses a request. Needs what {@link #consent} needs and throws as it does. */
    public OperatorAccess decline(Caller owner, WorkspaceId workspace, OperatorAccessId id) {
        requireOwner(owner, workspace);
        return decide(
                owner,
                workspace,
                id,
                "operator-access.declined",
                OperatorAccess.State.ASKED,
                now -> handle -> OperatorAccessRows.end(handle, id, owner.displayName(), now));
    }

    /** Ends an open look at once. Needs what {@link #consent} needs and throws as it does. */
    public OperatorAccess end(Caller owner, WorkspaceId workspace, OperatorAccessId id) {
        requireOwner(owner, workspace);
        return decide(
                owner,
                workspace,
                id,
                "operator-access.ended",
                OperatorAccess.State.OPEN,
                now -> handle -> OperatorAccessRows.end(handle, id, owner.displayName(), now));
    }

    /** What is done to the row, at the time of its transaction. */
    @FunctionalInterface
    private interface Decision {
        java.util.function.Consumer<org.jdbi.v3.core.Handle> at(Instant now);
    }

    private OperatorAccess decide(
            Caller owner,
            WorkspaceId workspace,
            OperatorAccessId id,
            String action,
            OperatorAccess.State from,
            Decision decision) {
        return work.change(owner, workspace, Permission.MEMBER_EDIT, tx -> {
            OperatorAccess before = OperatorAccessRows.lock(tx.handle(), workspace, id)
                    .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, id));
            OperatorAccess.State state = before.at(tx.now());
            if (state != from) {
                throw new Problem(ErrorCode.STATE, state);
            }
            decision.at(tx.now()).accept(tx.handle());
            OperatorAccess after =
                    OperatorAccessRows.lock(tx.handle(), workspace, id).orElseThrow();
            tx.recordOperatorAct(Change.changed(action, subject(id), before, after), Optional.empty());
            return after;
        });
    }

    /** Requests and looks of this workspace, the newest first. Needs {@link Permission#MEMBER_READ}. */
    public List<OperatorAccess> list(Caller caller, WorkspaceId workspace) {
        return work.read(
                caller,
                workspace,
                Permission.MEMBER_READ,
                tx -> OperatorAccessRows.of(tx.handle(), workspace, MOST_LISTED));
    }

    /**
     * Requests and looks in all workspaces, the newest first.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<OperatorAccess> all(Caller operator) {
        Installation.operating(operator);
        return work.global(handle -> OperatorAccessRows.all(handle, MOST_LISTED));
    }

    /** The caller with the workspaces that owners have let this operator into for now; others as they are. */
    public Caller admit(Caller caller) {
        if (caller.kind() != Caller.Kind.PERSON || !caller.isOperator()) {
            return caller;
        }
        Map<WorkspaceId, Caller.Membership> memberships = new HashMap<>(caller.memberships());
        work.global(handle -> {
            OperatorAccessRows.open(handle, caller.subject(), clock.instant())
                    .forEach(access -> StandingRows.find(handle, access.workspace())
                            .ifPresent(standing -> memberships.putIfAbsent(
                                    standing.id(), new Caller.Membership(standing.alias(), Set.of(), READING))));
            return memberships;
        });
        return caller.with(memberships);
    }

    /**
     * Notes a look of an operator who is there by an owner's consent; everybody else passes unnoted.
     *
     * @param address what is looked at, without its query
     */
    public void note(Caller caller, WorkspaceId workspace, String address) {
        Caller.Membership membership = caller.memberships().get(workspace);
        if (caller.isOperator()
                && caller.kind() == Caller.Kind.PERSON
                && membership != null
                && membership.roles().isEmpty()
                && !membership.permissions().isEmpty()) {
            work.change(
                    caller,
                    workspace,
                    Permission.WORKSPACE_READ,
                    tx -> tx.record(Change.created(
                            "operator-access.looked", "operator/" + caller.subject(), Map.of("address", address))));
        }
    }

    private static void requireOwner(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        if (!caller.roles(workspace).contains(Role.OWNER)) {
            throw new Problem(ErrorCode.FORBIDDEN, Role.OWNER.key());
        }
    }

    private static String subject(OperatorAccessId id) {
        return "operator-access/" + id;
    }
}
