package org.entezar.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Foundings;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Organizations;
import org.entezar.kernel.Organizations.Organization;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.DirectoryDifference.Kind;
import org.entezar.workspace.internal.ApiClientRows;
import org.entezar.workspace.internal.RegistrationRows;
import org.entezar.workspace.internal.SuspendedRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the identity provider against our own directory, once an hour and when an operator asks, and sets right what can
 * be set right without anybody's decision; that stands in the history of the workspace. What was made a moment ago may
 * not be written down yet, so what nobody here knows is removed only when it is still there at the next look.
 */
public final class DirectoryDrift implements AutoCloseable {

    /** What is removed must have been seen at an earlier look, and that one this long ago at least. */
    static final Duration RIPE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryDrift.class);
    private static final Duration FIRST = Duration.ofMinutes(3);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Work work;
    private final Workspaces workspaces;
    private final Directory directory;
    private final Organizations organizations;
    private final Foundings foundings;
    private final MachineClients machines;
    private final ApiClientRegistry registry;
    private final Clock clock;
    private final SuspendedRows suspended = new SuspendedRows();
    private final ApiClientRows programs = new ApiClientRows();
    private final RegistrationRows registrations = new RegistrationRows();
    private final Map<String, Instant> strangers = new HashMap<>();
    private volatile Optional<DirectoryReport> latest = Optional.empty();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "directory-drift");
        made.setDaemon(true);
        return made;
    });

    public DirectoryDrift(
            Work work,
            Workspaces workspaces,
            Directory directory,
            Organizations organizations,
            Foundings foundings,
            MachineClients machines,
            ApiClientRegistry registry,
            Clock clock) {
        this.work = work;
        this.workspaces = workspaces;
        this.directory = directory;
        this.organizations = organizations;
        this.foundings = foundings;
        this.machines = machines;
        this.registry = registry;
        this.clock = clock;
    }

    /** Looks from now on, once an hour. */
    public void start() {
        thread.scheduleWithFixedDelay(this::quietly, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void quietly() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("The identity provider could not be held against the directory: {}", failure.getMessage());
        }
    }

    /**
     * The latest look.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public Optional<DirectoryReport> latest(Caller operator) {
        Installation.operating(operator);
        return latest;
    }

    /**
     * Looks now.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator, {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public DirectoryReport look(Caller operator) {
        Installation.operating(operator);
        return look();
    }

    /** What differed in one workspace at the latest look. Needs {@link Permission#MEMBER_READ}. */
    public List<DirectoryDifference> of(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.MEMBER_READ);
        return latest.map(DirectoryReport::differences).orElse(List.of()).stream()
                .filter(difference ->
                        difference.workspace().filter(workspace::equals).isPresent())
                .toList();
    }

    private synchronized DirectoryReport look() {
        List<DirectoryDifference> found = new ArrayList<>();
        Map<WorkspaceId, String> ours = new HashMap<>();
        workspaces.entries().forEach(entry -> ours.put(entry.id(), entry.alias()));
        // One that is suspended or ending is nobody's stranger: its organization is its own affair.
        Set<WorkspaceId> known = workspaces.known();
        boolean complete = false;
        try {
            Map<WorkspaceId, Organization> theirs = new HashMap<>();
            organizations.all().forEach(organization -> theirs.put(organization.id(), organization));
            Set<String> seen = new HashSet<>();
            theirs.values().stream()
                    .filter(organization -> !known.contains(organization.id()))
                    .forEach(organization -> found.add(stranger(organization, seen)));
            Set<String> clients = organizations.programs();
            ours.forEach((workspace, alias) -> Optional.ofNullable(theirs.get(workspace))
                    .ifPresentOrElse(
                            organization -> compare(organization, alias, clients, seen, found),
                            () -> found.add(difference(Kind.MISSING_ORGANIZATION, workspace, alias, false))));
            clients.forEach(client -> found.add(program(client, seen)));
            strangers.keySet().retainAll(seen);
            complete = true;
            return report(true, ours.size(), found);
        } finally {
            if (!complete) {
                report(false, ours.size(), found);
            }
        }
    }

    private DirectoryReport report(boolean complete, int count, List<DirectoryDifference> found) {
        DirectoryReport report = new DirectoryReport(clock.instant(), complete, count, found);
        latest = Optional.of(report);
        found.forEach(each ->
                LOG.warn("The identity provider differs: {} {} mended={}", each.kind(), each.name(), each.mended()));
        return report;
    }

    /** Somebody's own organization is left alone; what a founding of ours left is removed. */
    private DirectoryDifference stranger(Organization organization, Set<String> seen) {
        Optional<String> mark = organization.founding().filter(founding -> !isWaiting(founding));
        boolean removed = mark.isPresent() && isRipe("organization " + organization.id(), seen);
        if (removed) {
            foundings.abandon(mark.get(), organization.alias());
            note(WorkspaceId.INSTALLATION, "directory.organization-removed", "organization/" + organization.alias());
        }
        return new DirectoryDifference(Kind.UNKNOWN_ORGANIZATION, Optional.empty(), organization.alias(), removed);
    }

    private boolean isWaiting(String founding) {
        try {
            RegistrationId id = RegistrationId.parse(founding);
            return work.read(
                            Caller.product("directory", WorkspaceId.INSTALLATION),
                            WorkspaceId.INSTALLATION,
                            Permission.WORKSPACE_READ,
                            tx -> registrations.find(tx, id))
                    .filter(registration -> registration.state() == Registration.State.QUEUED)
                    .isPresent();
        } catch (Problem noRegistration) {
            return false;
        }
    }

    /** What is left of the programs of the realm when those of all workspaces were taken off. */
    private DirectoryDifference program(String client, Set<String> seen) {
        boolean removed = isRipe("program " + client, seen);
        if (removed) {
            machines.removeClient(client);
            note(WorkspaceId.INSTALLATION, "directory.program-removed", "program/" + client);
        }
        return new DirectoryDifference(Kind.UNKNOWN_PROGRAM, Optional.empty(), client, removed);
    }

    private boolean isRipe(String stranger, Set<String> seen) {
        seen.add(stranger);
        Instant first = strangers.computeIfAbsent(stranger, unknown -> clock.instant());
        return !clock.instant().isBefore(first.plus(RIPE));
    }

    private void compare(
            Organization organization,
            String alias,
            Set<String> clients,
            Set<String> seen,
            List<DirectoryDifference> found) {
        WorkspaceId workspace = organization.id();
        if (!organization.alias().equals(alias)) {
            found.add(difference(Kind.OTHER_ALIAS, workspace, alias, false));
        }
        if (!organization.enabled()) {
            found.add(difference(Kind.SWITCHED_OFF, workspace, alias, false));
        }
        List<Role> missing = organizations.missingRoles(workspace);
        if (!missing.isEmpty()) {
            organizations.completeRoles(workspace);
            missing.forEach(role -> {
                note(workspace, "directory.role-made", "role/" + role.key());
                found.add(difference(Kind.ROLE_MISSING, workspace, alias, true));
            });
        }
        people(workspace, alias, found);
        programs(workspace, clients, seen, found);
    }

    private void people(WorkspaceId workspace, String alias, List<DirectoryDifference> found) {
        List<Directory.Member> members = directory.members(workspace);
        Map<String, Directory.Member> bySubject = new HashMap<>();
        members.forEach(member -> bySubject.put(member.subject(), member));
        Map<String, Set<Role>> away = work.read(product(workspace), workspace, Permission.MEMBER_READ, suspended::all);
        away.forEach((subject, roles) -> {
            Directory.Member member = bySubject.get(subject);
            if (member == null) {
                work.change(product(workspace), workspace, Permission.MEMBER_EDIT, tx -> {
                    tx.record(Change.noted("directory.suspension-forgotten", "member/" + subject));
                    return suspended.take(tx, subject);
                });
                found.add(difference(Kind.SUSPENDED_GONE, workspace, subject, true));
            } else if (!member.roles().isEmpty()) {
                note(workspace, "directory.roles-taken", "member/" + member.login());
                directory.assign(workspace, subject, Set.of());
                found.add(difference(Kind.SUSPENDED_WITH_ROLES, workspace, member.login(), true));
            }
        });
        if (members.stream().noneMatch(member -> member.roles().contains(Role.OWNER))) {
            found.add(difference(Kind.NO_OWNER, workspace, alias, false));
        }
    }

    /** Takes the workspace's own programs off the realm's. */
    private void programs(
            WorkspaceId workspace, Set<String> clients, Set<String> seen, List<DirectoryDifference> found) {
        for (ApiClient client : work.read(product(workspace), workspace, Permission.MEMBER_READ, programs::all)) {
            if (client.isRevoked() || clients.remove(client.clientId())) {
                continue;
            }
            boolean gone = isRipe("program of ours " + client.clientId(), seen);
            if (gone) {
                work.change(product(workspace), workspace, Permission.MEMBER_EDIT, tx -> {
                    tx.record(Change.noted("directory.program-revoked", "api-client/" + client.id()));
                    return programs.revoke(tx, client.id());
                });
                registry.forget(workspace);
            }
            found.add(difference(Kind.MISSING_PROGRAM, workspace, client.name(), gone));
        }
    }

    private void note(WorkspaceId workspace, String action, String subject) {
        work.change(
                product(workspace), workspace, Permission.MEMBER_EDIT, tx -> tx.record(Change.noted(action, subject)));
    }

    private static Caller product(WorkspaceId workspace) {
        return Caller.product("directory", workspace);
    }

    private static DirectoryDifference difference(Kind kind, WorkspaceId workspace, String name, boolean mended) {
        return new DirectoryDifference(kind, Optional.of(workspace), name, mended);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
