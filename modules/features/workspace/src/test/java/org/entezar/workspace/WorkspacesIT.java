package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspacesIT {

    private TestDatabase database;
    private RememberedDirectory directory;
    private Workspaces workspaces;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        directory = new RememberedDirectory();
        workspaces = new Workspaces(database.work(), directory, Set.of("hotel", "retail"));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static NewWorkspace clinic() {
        return new NewWorkspace(
                "mehr-clinic",
                LocalizedText.of("fa", "درمانگاه مهر"),
                List.of("fa", "en"),
                "Asia/Tehran",
                Set.of("hotel"),
                Optional.of("mina"));
    }

    @Test
    void anOperatorCreatesAWorkspaceAndItsOwnerFindsItAsOrdered() {
        Workspace created = workspaces.create(Callers.operator(), clinic());

        Workspace found = workspaces.get(Callers.owner(created.id()), created.id());
        assertThat(found).isEqualTo(created);
        assertThat(found.languages()).containsExactly("fa", "en");
        assertThat(found.minimumGroup()).isEqualTo(5);
        assertThat(found.plugins()).containsExactly("hotel");
        assertThat(directory.members(created.id()))
                .extracting(member -> member.roles())
                .containsExactly(Set.of(Role.OWNER));
        assertThat(workspaces.byAlias("mehr-clinic")).contains(created.id());
        assertThat(workspaces.mine(Callers.owner(created.id()))).containsExactly(created);
        assertThat(workspaces.all()).containsExactly(created.id());
    }

    @Test
    void nobodyElseCreatesOne() {
        assertCode(
                () -> workspaces.create(Callers.owner(new WorkspaceId(UUID.randomUUID())), clinic()),
                ErrorCode.FORBIDDEN);
        assertCode(() -> workspaces.create(Caller.ANONYMOUS, clinic()), ErrorCode.UNAUTHENTICATED);
        assertCode(() -> workspaces.directory(Caller.ANONYMOUS), ErrorCode.FORBIDDEN);
        assertThat(directory.organizations).isEmpty();
    }

    @Test
    void theOperatorSeesThatItExistsAndNothingInIt() {
        Workspace created = workspaces.create(Callers.operator(), clinic());
        assertThat(workspaces.directory(Callers.operator()))
                .extracting(DirectoryEntry::alias)
                .containsExactly("mehr-clinic");
        assertThat(workspaces.mine(Callers.operator())).isEmpty();
        assertCode(() -> workspaces.get(Callers.operator(), created.id()), ErrorCode.WORKSPACE_NOT_FOUND);
    }

    @Test
    void faultsComeTogetherWithTheirPlaces() {
        NewWorkspace wrong = new NewWorkspace(
                "API",
                LocalizedText.EMPTY,
                List.of("fa", "fa", "in English"),
                "Mars/Olympus",
                Set.of("bank"),
                Optional.empty());
        assertThatThrownBy(() -> workspaces.create(Callers.operator(), wrong))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .containsExactlyInAnyOrder(
                                "/alias", "/name", "/languages/1", "/languages/2", "/timeZone", "/plugins"));
        assertThat(directory.organizations).isEmpty();
    }

    @Test
    void theOrganizationIsTakenBackWhenTheRestFails() throws SQLException {
        workspaces.create(Callers.operator(), clinic());
        execute("update workspace_directory set state = 'ENDED'");
        RememberedDirectory forgetful = new RememberedDirectory();
        Workspaces others = new Workspaces(database.work(), forgetful, Set.of("hotel"));

        // The alias is still held in the directory, which only the insert can know.
        assertCode(() -> others.create(Callers.operator(), clinic()), ErrorCode.ALREADY_EXISTS);
        assertThat(forgetful.organizations).isEmpty();

        NewWorkspace unknownOwner = new NewWorkspace(
                "other-clinic", LocalizedText.of("en", "Other"), List.of("en"), "UTC", Set.of(), Optional.of("nobody"));
        assertThatThrownBy(() -> others.create(Callers.operator(), unknownOwner))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .containsExactly(Violation.at("/owner", ErrorCode.UNKNOWN_KEY, "nobody")));
        assertThat(forgetful.organizations).isEmpty();
        assertThat(others.byAlias("other-clinic")).isEmpty();
    }

    @Test
    void theOperatorNamesAnOwnerWhereThereIsNobodyAndOnlyThere() throws SQLException {
        NewWorkspace ownerless = new NewWorkspace(
                "later-clinic", LocalizedText.of("en", "Later"), List.of("en"), "UTC", Set.of(), Optional.empty());
        Workspace created = workspaces.create(Callers.operator(), ownerless);
        assertThat(directory.members(created.id())).isEmpty();

        assertCode(
                () -> workspaces.nameOwner(Callers.owner(created.id()), "later-clinic", "mina"), ErrorCode.FORBIDDEN);
        assertCode(() -> workspaces.nameOwner(Callers.operator(), "later-clinic", "  "), ErrorCode.INVALID);
        assertCode(() -> workspaces.nameOwner(Callers.operator(), "later-clinic", "nobody"), ErrorCode.INVALID);
        assertThat(directory.members(created.id())).isEmpty();

        workspaces.nameOwner(Callers.operator(), "later-clinic", "mina");
        assertThat(directory.members(created.id()))
                .extracting(member -> member.roles())
                .containsExactly(Set.of(Role.OWNER));
        assertThat(strings("select action from history_entry where workspace_id = '" + created.id()
                        + "' order by sequence"))
                .containsExactly("workspace.created", "workspace.owner-named");
        assertCode(() -> workspaces.nameOwner(Callers.operator(), "later-clinic", "mina"), ErrorCode.HAS_MEMBERS);
    }

    @Test
    void settingsChangeOneByOneAndLeaveHistory() throws SQLException {
        Workspace created = workspaces.create(Callers.operator(), clinic());
        WorkspaceSettings change = new WorkspaceSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of("Europe/Berlin"),
                Optional.of(8),
                Optional.of(Set.of()),
                Optional.empty());

        Workspace changed = workspaces.configure(Callers.owner(created.id()), created.id(), change);

        assertThat(changed.timeZone()).isEqualTo("Europe/Berlin");
        assertThat(changed.minimumGroup()).isEqualTo(8);
        assertThat(changed.plugins()).isEmpty();
        assertThat(changed.name()).isEqualTo(created.name());
        assertThat(workspaces.get(Callers.owner(created.id()), created.id())).isEqualTo(changed);
        assertThat(strings("select action from history_entry where workspace_id = '" + created.id()
                        + "' order by sequence"))
                .containsExactly("workspace.created", "workspace.configured");
        assertThat(strings("select actor from history_entry where workspace_id = '" + created.id()
                                + "' order by sequence")
                        .get(0))
                .isEqualTo("operator");
    }

    @Test
    void onlyWhoMayConfigureDoesAndNeverInAForeignWorkspace() {
        Workspace created = workspaces.create(Callers.operator(), clinic());
        WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());
        assertCode(
                () -> workspaces.configure(
                        Callers.member(created.id(), Role.ANALYST), created.id(), WorkspaceSettings.UNCHANGED),
                ErrorCode.FORBIDDEN);
        assertCode(
                () -> workspaces.configure(Callers.owner(elsewhere), created.id(), WorkspaceSettings.UNCHANGED),
                ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> workspaces.get(Callers.owner(elsewhere), elsewhere), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(
                () -> workspaces.configure(
                        Callers.owner(created.id()),
                        created.id(),
                        new WorkspaceSettings(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(1),
                                Optional.empty(),
                                Optional.empty())),
                ErrorCode.INVALID);
    }

    @Test
    void registeringTwiceIsRegisteringOnce() {
        WorkspaceId id = WorkspaceId.parse("0199a000-0000-7000-8000-000000000001");
        Workspace first = workspaces.register(id, clinic());
        assertThat(workspaces.register(id, clinic())).isEqualTo(first);
        assertThat(workspaces.all()).containsExactly(id);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            java.util.ArrayList<String> found = new java.util.ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
