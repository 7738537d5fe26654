package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators and workspaces, by a clock that is set. */
class BreakGlassIT {

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Watch clock = new Watch();
    private final Caller operator = Callers.operator();
    private TestDatabase database;
    private WorkspaceId workspace;
    private Caller owner;
    private Standings standings;
    private WorkspaceDirectory directory;
    private BreakGlass breakGlass;
    private Turnstile turnstile;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        Work work = database.work(clock);
        Map<Quota, Long> quotas =
                Arrays.stream(Quota.values()).collect(Collectors.toMap(quota -> quota, quota -> 100L));
        standings = new Standings(work, quotas);
        directory = new WorkspaceDirectory(work, standings);
        breakGlass = new BreakGlass(work, directory, new Uuids(clock), clock);
        turnstile = new Turnstile(standings, breakGlass::note, clock);
        workspace = new Workspaces(work, new RememberedDirectory(), Set.of())
                .create(
                        operator,
                        new NewWorkspace(
                                "stay",
                                LocalizedText.of("en", "Stay"),
                                List.of("en"),
                                "UTC",
                                Set.of(),
                                Optional.of("mina")))
                .id();
        owner = Callers.owner(workspace);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private List<String> actions(WorkspaceId of) throws SQLException {
        List<String> actions = new ArrayList<>();
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select action from entezar.history_entry where workspace_id = '" + of
                                + "' order by sequence")) {
            while (rows.next()) {
                actions.add(rows.getString(1));
            }
        }
        return actions;
    }

    @Test
    void howAnOperatorSignedInIsKept() {
        Caller strong = new Caller(
                operator.kind(),
                operator.subject(),
                operator.displayName(),
                operator.platformRoles(),
                Map.of(),
                new Caller.SignIn(true, "", "session"));
        assertThat(breakGlass.admit(strong).signIn()).isEqualTo(strong.signIn());
    }

    @Test
    void consentOpensReadingAndTheClockEndsIt() throws SQLException {
        OperatorAccess asked = breakGlass.ask(operator, "stay", "An import hangs");
        assertThat(breakGlass.admit(operator).memberships()).isEmpty();
        breakGlass.consent(owner, workspace, asked.id(), 2);

        Caller inside = breakGlass.admit(operator);
        assertThat(inside.workspace("stay")).contains(workspace);
        for (Permission permission : Permission.values()) {
            assertThat(inside.may(workspace, permission)).as(permission.name()).isEqualTo(!permission.changes());
        }
        assertThat(inside.roles(workspace)).isEmpty();
        turnstile
                .enter(Turnstile.Way.PAGES, inside, workspace, "/w/stay/campaigns")
                .close();
        turnstile
                .enter(Turnstile.Way.PAGES, owner, workspace, "/w/stay/campaigns")
                .close();

        clock.now = clock.now.plus(Duration.ofMinutes(119));
        assertThat(breakGlass.admit(operator).memberships()).hasSize(1);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(breakGlass.admit(operator).memberships()).isEmpty();
        assertCode(() -> breakGlass.end(owner, workspace, asked.id()), ErrorCode.STATE);
        assertThat(actions(workspace))
                .containsExactly(
                        "workspace.created",
                        "operator-access.asked",
                        "operator-access.granted",
                        "operator-access.looked");
        assertThat(actions(WorkspaceId.INSTALLATION))
                .containsExactly("workspace.created", "operator-access.asked", "operator-access.granted");
    }

    @Test
    void onlyAnOwnerDecidesAndOnlyOnce() {
        assertCode(() -> breakGlass.ask(owner, "stay", "I am none"), ErrorCode.FORBIDDEN);
        assertCode(() -> breakGlass.ask(operator, "stay", " "), ErrorCode.INVALID);
        assertCode(() -> breakGlass.ask(operator, "none", "Why not"), ErrorCode.WORKSPACE_NOT_FOUND);
        OperatorAccess asked = breakGlass.ask(operator, "stay", "An import hangs");
        assertCode(() -> breakGlass.ask(operator, "stay", "Again"), ErrorCode.STATE);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.ANALYST, Role.AUDITOR)) {
            Caller member = Callers.member(workspace, role);
            assertCode(() -> breakGlass.consent(member, workspace, asked.id(), 1), ErrorCode.FORBIDDEN);
        }
        assertCode(() -> breakGlass.consent(operator, workspace, asked.id(), 1), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> breakGlass.consent(owner, workspace, asked.id(), 73), ErrorCode.INVALID);
        WorkspaceId other = new WorkspaceId(java.util.UUID.randomUUID());
        assertCode(() -> breakGlass.consent(Callers.owner(other), other, asked.id(), 1), ErrorCode.NOT_FOUND);
        assertThat(breakGlass.decline(owner, workspace, asked.id()).at(clock.now))
                .isEqualTo(OperatorAccess.State.DECLINED);
        assertCode(() -> breakGlass.consent(owner, workspace, asked.id(), 1), ErrorCode.STATE);
        assertThat(breakGlass.ask(operator, "stay", "Once more").at(clock.now)).isEqualTo(OperatorAccess.State.ASKED);
        assertCode(() -> breakGlass.all(owner), ErrorCode.FORBIDDEN);
    }

    @Test
    void aSuspendedWorkspaceLetsNobodyPassButTheProduct() throws SQLException {
        assertCode(() -> directory.suspend(owner, "stay", "x"), ErrorCode.FORBIDDEN);
        turnstile.enter(Turnstile.Way.API, owner, workspace, "/api").close();
        directory.suspend(operator, "stay", "Unpaid");
        assertCode(() -> turnstile.enter(Turnstile.Way.API, owner, workspace, "/api"), ErrorCode.WORKSPACE_SUSPENDED);
        assertThat(turnstile.isClosed(workspace)).isTrue();
        assertCode(
                () -> standings.requireActive(Caller.respondent(workspace), workspace), ErrorCode.WORKSPACE_SUSPENDED);
        standings.requireActive(Caller.product("jobs", workspace), workspace);
        assertCode(() -> directory.suspend(operator, "stay", "Twice"), ErrorCode.STATE);
        directory.resume(operator, "stay");
        turnstile.enter(Turnstile.Way.API, owner, workspace, "/api").close();
        assertThat(actions(workspace)).contains("workspace.suspended", "workspace.unsuspended");
        assertThat(actions(WorkspaceId.INSTALLATION))
                .containsExactly("workspace.created", "workspace.suspended", "workspace.unsuspended");
    }

    @Test
    void quotasOfOneWorkspaceGoBeforeTheDefaults() {
        assertThat(standings.limit(workspace, Quota.MEMBERS)).isEqualTo(100);
        directory.setQuotas(operator, "stay", Map.of(Quota.MEMBERS, 3L));
        assertThat(standings.limit(workspace, Quota.MEMBERS)).isEqualTo(3);
        assertThat(standings.limit(workspace, Quota.CAMPAIGNS)).isEqualTo(100);
        assertThat(directory.quotas(operator, "stay")).containsEntry(Quota.MEMBERS, 3L);
        assertCode(() -> directory.setQuotas(operator, "stay", Map.of(Quota.MEMBERS, 0L)), ErrorCode.INVALID);
        assertCode(() -> directory.setQuotas(owner, "stay", Map.of()), ErrorCode.FORBIDDEN);
    }
}
