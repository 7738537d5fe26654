package org.entezar.workspace;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Moment;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.history.Recorded;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.Settings;
import org.entezar.workspace.internal.SettingsRules;
import org.entezar.workspace.internal.WithdrawalRows;
import org.entezar.workspace.internal.WorkspaceRows;

/**
 * Creates workspaces and keeps their settings. A workspace is an organization at the identity provider first; what
 * follows here happens in one transaction, and when that fails the organization is taken back.
 */
public final class Workspaces {

    private static final Set<String> CONFIGURED = Set.of("workspace.created", "workspace.configured");

    private final Work work;
    private final Directory directory;
    private final Set<String> knownPlugins;
    private final SettingsRules rules;
    private final WorkspaceRows rows = new WorkspaceRows();

    /** @param knownPlugins ids of the industry plugins on this installation */
    public Workspaces(Work work, Directory directory, Set<String> knownPlugins) {
        this.work = work;
        this.directory = directory;
        this.knownPlugins = Set.copyOf(knownPlugins);
        this.rules = new SettingsRules(knownPlugins);
    }

    /**
     * Creates a workspace and, where an owner is named, makes that person its owner; otherwise {@link #nameOwner} does
     * later, and until then nobody can enter it.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator, {@link ErrorCode#INVALID} with the
     *     faults, {@link ErrorCode#ALREADY_EXISTS} when the alias is taken, {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public Workspace create(Caller operator, NewWorkspace workspace) {
        Installation.operating(operator);
        Problem.throwIfAny(rules.faults(workspace));
        Problem.throwIfAny(withdrawn(workspace.plugins(), Set.of(), withdrawnPlugins()));
        if (byAlias(workspace.alias()).isPresent()) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, workspace.alias());
        }
        WorkspaceId id = directory.createWorkspace(
                workspace.alias(), workspace.name().best(workspace.languages().get(0), "en"));
        try {
            workspace.owner().ifPresent(login -> makeOwner(id, login));
            return enter(id, founder(operator, id), workspace);
        } catch (RuntimeException failure) {
            takeBack(id, failure);
            throw failure;
        }
    }

    private Directory.Member makeOwner(WorkspaceId id, String login) {
        try {
            return directory.addMember(id, login, Role.OWNER);
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.UNKNOWN_KEY) {
                throw new Problem(List.of(Violation.at("/owner", ErrorCode.UNKNOWN_KEY, login)));
            }
            throw problem;
        }
    }

    /**
     * Names the owner of a workspace that nobody belongs to yet, so that no workspace stays closed to everybody. Where
     * there are members, they decide: an operator does not let anybody in behind their backs.
     *
     * @param login login or e-mail address of a known person
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator, {@link ErrorCode#WORKSPACE_NOT_FOUND},
     *     {@link ErrorCode#INVALID} with {@code /owner}, {@link ErrorCode#HAS_MEMBERS},
     *     {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public void nameOwner(Caller operator, String alias, String login) {
        Installation.operating(operator);
        WorkspaceId id = byAlias(alias).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
        if (login.isBlank()) {
            throw new Problem(List.of(Violation.at("/owner", ErrorCode.REQUIRED)));
        }
        if (!directory.members(id).isEmpty()) {
            throw new Problem(ErrorCode.HAS_MEMBERS);
        }
        Directory.Member owner = makeOwner(id, login.strip());
        work.change(founder(operator, id), id, Permission.WORKSPACE_CONFIGURE, tx -> {
            tx.recordOperatorAct(
                    Change.created("workspace.owner-named", "workspace/" + alias, Map.of("owner", owner.subject())),
                    Optional.empty());
            return owner;
        });
    }

    private void takeBack(WorkspaceId id, RuntimeException failure) {
        try {
            directory.removeWorkspace(id);
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** The operator as somebody who may set up this one workspace, and for this one change. */
    static Caller founder(Caller operator, WorkspaceId id) {
        return new Caller(
                operator.kind(),
                operator.subject(),
                operator.displayName(),
                operator.platformRoles(),
                Map.of(id, new Caller.Membership("", Set.of(), Set.of(Permission.WORKSPACE_CONFIGURE))));
    }

    /** Enters a workspace whose organization exists already; entering it again changes nothing. */
    public Workspace register(WorkspaceId id, NewWorkspace workspace) {
        return register(Caller.product("workspaces", id), id, workspace);
    }

    /** The same in the name of who founds it, who must be allowed to configure it. */
    Workspace register(Caller founder, WorkspaceId id, NewWorkspace workspace) {
        Problem.throwIfAny(rules.faults(workspace));
        Optional<Workspace> there = work.read(founder, id, Permission.WORKSPACE_READ, rows::find);
        return there.orElseGet(() -> enter(id, founder, workspace));
    }

    /** Faults of a workspace to be created. */
    List<Violation> faults(NewWorkspace workspace) {
        return rules.faults(workspace);
    }

    private Workspace enter(WorkspaceId id, Caller caller, NewWorkspace workspace) {
        try {
            return work.change(caller, id, Permission.WORKSPACE_CONFIGURE, tx -> {
                Settings settings = Settings.of(workspace);
                rows.enter(tx.handle(), id, workspace.alias(), tx.now());
                rows.insert(tx, settings);
                record(tx, caller, Change.created("workspace.created", "workspace/" + workspace.alias(), settings));
                return found(tx);
            });
        } catch (RuntimeException failure) {
            if (Database.isDuplicate(failure)) {
                throw new Problem(ErrorCode.ALREADY_EXISTS, workspace.alias());
            }
            throw failure;
        }
    }

    /** What an operator does stands among the operators' acts too. */
    private static void record(Tx tx, Caller caller, Change change) {
        if (caller.isOperator()) {
            tx.recordOperatorAct(change, Optional.empty());
        } else {
            tx.record(change);
        }
    }

    /** The caller's workspaces with their settings, by alias; those that are not entered here are left out. */
    public List<Workspace> mine(Caller caller) {
        return caller.memberships().keySet().stream()
                .filter(id -> caller.may(id, Permission.WORKSPACE_READ))
                .flatMap(id -> work.read(caller, id, Permission.WORKSPACE_READ, rows::find).stream())
                .sorted(Comparator.comparing(Workspace::alias))
                .toList();
    }

    /**
     * One workspace.
     *
     * @throws Problem {@link ErrorCode#WORKSPACE_NOT_FOUND} when the caller is not in it
     */
    public Workspace get(Caller caller, WorkspaceId id) {
        return work.read(caller, id, Permission.WORKSPACE_READ, this::found);
    }

    /**
     * Changes settings; what the change does not name stays.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults of the settings as they would be
     */
    public Workspace configure(Caller caller, WorkspaceId id, WorkspaceSettings change) {
        return work.change(caller, id, Permission.WORKSPACE_CONFIGURE, tx -> {
            Settings before = rows.lock(tx).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
            Settings after = before.with(change);
            Problem.throwIfAny(rules.faults(after));
            Problem.throwIfAny(withdrawn(
                    after.plugins(), before.plugins(), WithdrawalRows.ids(tx.handle(), Withdrawal.Kind.PLUGIN)));
            rows.update(tx, after);
            Workspace workspace = found(tx);
            tx.record(Change.changed("workspace.configured", "workspace/" + workspace.alias(), before, after));
            return workspace;
        });
    }

    /**
     * The smallest group that reports showed at a moment of the past, read from history. Needs
     * {@link Permission#WORKSPACE_READ}.
     */
    public int minimumGroup(Caller caller, WorkspaceId id, Moment moment) {
        return work.read(caller, id, Permission.WORKSPACE_READ, tx -> PastStates.latest(
                        tx, "workspace/" + found(tx).alias(), CONFIGURED, moment)
                .flatMap(Recorded::after)
                .map(state -> PastStates.state(state, Settings.class).minimumGroup())
                .orElse(Workspace.DEFAULT_MINIMUM_GROUP));
    }

    /**
     * The changes of the smallest group after the one moment and by the other, the oldest first. Needs
     * {@link Permission#WORKSPACE_READ}.
     */
    public List<MinimumGroupChange> minimumGroupChanges(Caller caller, WorkspaceId id, Moment after, Moment until) {
        return work.read(
                caller,
                id,
                Permission.WORKSPACE_READ,
                tx -> PastStates.between(tx, "workspace/" + found(tx).alias(), CONFIGURED, after, until).stream()
                        .filter(entry -> entry.before().isPresent())
                        .map(entry -> new MinimumGroupChange(
                                entry,
                                PastStates.state(entry.before().orElseThrow(), Settings.class)
                                        .minimumGroup(),
                                PastStates.state(entry.after().orElseThrow(), Settings.class)
                                        .minimumGroup()))
                        .filter(change -> change.before() != change.after())
                        .toList());
    }

    private Workspace found(Tx tx) {
        return rows.find(tx).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
    }

    /** A plugin that an operator withdrew is not switched on; where it is on, it stays and brings nothing. */
    private static List<Violation> withdrawn(Set<String> wanted, Set<String> before, Set<String> withdrawn) {
        return wanted.stream()
                .filter(plugin -> withdrawn.contains(plugin) && !before.contains(plugin))
                .sorted()
                .map(plugin -> Violation.at("/plugins", ErrorCode.NOT_AN_OPTION, plugin))
                .toList();
    }

    /** Ids of plugins that operators withdrew from all workspaces. */
    public Set<String> withdrawnPlugins() {
        return work.global(handle -> WithdrawalRows.ids(handle, Withdrawal.Kind.PLUGIN));
    }

    /**
     * The plugins that bring something to the workspace: on there, and not withdrawn. Needs
     * {@link Permission#WORKSPACE_READ}.
     */
    public Set<String> pluginsInUse(Caller caller, WorkspaceId id) {
        return work.read(caller, id, Permission.WORKSPACE_READ, tx -> {
            Set<String> inUse = new HashSet<>(found(tx).plugins());
            inUse.removeAll(WithdrawalRows.ids(tx.handle(), Withdrawal.Kind.PLUGIN));
            return Set.copyOf(inUse);
        });
    }

    /** Ids of the industry plugins on this installation. */
    public Set<String> knownPlugins() {
        return knownPlugins;
    }

    /** The workspace of that alias, for parts of the product that then ask for permission. */
    public Optional<WorkspaceId> byAlias(String alias) {
        return work.global(handle -> rows.byAlias(handle, alias));
    }

    /** Ids of all workspaces that ever were, those included that are suspended or have ended. */
    Set<WorkspaceId> known() {
        return work.global(rows::known);
    }

    /** The directory of the installation, for the product itself. */
    List<DirectoryEntry> entries() {
        return work.global(rows::all);
    }

    /** All workspaces: for the product itself, such as the recovery of jobs, and never for a request. */
    public List<WorkspaceId> all() {
        return work.global(rows::all).stream().map(DirectoryEntry::id).toList();
    }

    /**
     * The directory of the installation.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<DirectoryEntry> directory(Caller operator) {
        if (!operator.isOperator()) {
            throw new Problem(ErrorCode.FORBIDDEN, Permission.WORKSPACE_CREATE.name());
        }
        return work.global(rows::all);
    }
}
