package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;
import static org.entezar.workspace.Withdrawal.Kind.PACK;
import static org.entezar.workspace.Withdrawal.Kind.PLUGIN;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator withdraws brings nothing to any workspace, until it is approved again. */
class ApprovalsIT {

    private static final Set<String> INSTALLED = Set.of("hotel", "retail");

    private final Caller operator = Callers.operator();
    private TestDatabase database;
    private Workspaces workspaces;
    private Approvals approvals;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        workspaces = new Workspaces(database.work(), new RememberedDirectory(), INSTALLED);
        approvals = new Approvals(database.work(), Map.of(PLUGIN, INSTALLED, PACK, Set.of("hotel-stay")));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private WorkspaceId workspace(String alias, String... plugins) {
        return workspaces
                .create(
                        operator,
                        new NewWorkspace(
                                alias,
                                LocalizedText.of("en", "One"),
                                List.of("en"),
                                "UTC",
                                Set.of(plugins),
                                Optional.of("mina")))
                .id();
    }

    private static WorkspaceSettings plugins(String... ids) {
        return new WorkspaceSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of(ids)),
                Optional.empty());
    }

    @Test
    void whatIsWithdrawnBringsNothingAndIsNotSwitchedOn() throws SQLException {
        WorkspaceId has = workspace("has", "hotel", "retail");
        WorkspaceId wants = workspace("wants");
        Caller owner = Callers.owner(wants);
        approvals.withdraw(operator, PLUGIN, "hotel", "A fault in its forms");

        assertThat(workspaces.pluginsInUse(Callers.owner(has), has)).containsExactly("retail");
        assertThatThrownBy(() -> workspaces.configure(owner, wants, plugins("hotel", "retail")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(violation -> violation.pointer() + " " + violation.code())
                        .containsExactly("/plugins NOT_AN_OPTION"));
        assertCode(() -> workspace("new", "hotel"), ErrorCode.INVALID);
        assertThat(workspaces
                        .configure(Callers.owner(has), has, plugins("hotel"))
                        .plugins())
                .as("where it was on it stays on")
                .containsExactly("hotel");

        approvals.approve(operator, PLUGIN, "hotel");
        assertThat(workspaces.pluginsInUse(Callers.owner(has), has)).containsExactly("hotel");
        assertThat(workspaces.configure(owner, wants, plugins("hotel")).plugins())
                .containsExactly("hotel");
        assertThat(installationsHistory())
                .filteredOn(entry -> entry.contains("plugin/hotel"))
                .hasSize(2)
                .first()
                .asString()
                .contains("plugin.withdrawn", "A fault in its forms");
    }

    @Test
    void onlyOperatorsSayIt() {
        WorkspaceId one = workspace("one", "hotel");
        for (Caller caller : List.of(Callers.owner(one), Callers.owner(WorkspaceId.INSTALLATION))) {
            assertCode(() -> approvals.withdrawn(caller, PLUGIN), ErrorCode.FORBIDDEN);
            assertCode(() -> approvals.withdraw(caller, PLUGIN, "hotel", "Mine"), ErrorCode.FORBIDDEN);
            assertCode(() -> approvals.approve(caller, PLUGIN, "hotel"), ErrorCode.FORBIDDEN);
        }
        assertCode(() -> approvals.withdrawn(Caller.ANONYMOUS, PLUGIN), ErrorCode.UNAUTHENTICATED);
        assertCode(() -> approvals.withdraw(operator, PLUGIN, "none", "x"), ErrorCode.NOT_FOUND);
        assertCode(() -> approvals.withdraw(operator, PLUGIN, "hotel", " "), ErrorCode.INVALID);
        assertCode(() -> approvals.approve(operator, PLUGIN, "hotel"), ErrorCode.STATE);
        approvals.withdraw(operator, PLUGIN, "hotel", "x");
        assertCode(() -> approvals.withdraw(operator, PLUGIN, "hotel", "x"), ErrorCode.STATE);
        assertThat(approvals.withdrawn(operator, PLUGIN))
                .extracting(Withdrawal::id)
                .containsExactly("hotel");
    }

    @Test
    void aPackIsWithdrawnByItself() throws SQLException {
        WorkspaceId has = workspace("has", "hotel");
        assertCode(() -> approvals.withdraw(operator, PACK, "hotel", "x"), ErrorCode.NOT_FOUND);
        approvals.withdraw(operator, PACK, "hotel-stay", "A wrong figure");
        Set<String> withdrawn = database.work()
                .read(Callers.owner(has), has, Permission.WORKSPACE_READ, tx -> approvals.withdrawn(tx, PACK));
        assertThat(withdrawn).containsExactly("hotel-stay");
        assertThat(approvals.withdrawn(operator, PLUGIN)).isEmpty();
        assertThat(workspaces.pluginsInUse(Callers.owner(has), has)).containsExactly("hotel");
        approvals.approve(operator, PACK, "hotel-stay");
        assertThat(approvals.withdrawn(operator, PACK)).isEmpty();
        assertThat(installationsHistory())
                .filteredOn(entry -> entry.contains("pack/hotel-stay"))
                .hasSize(2)
                .first()
                .asString()
                .contains("pack.withdrawn", "A wrong figure");
    }

    private List<String> installationsHistory() throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select entry from entezar.history_entry where workspace_id = '"
                        + WorkspaceId.INSTALLATION + "' order by sequence")) {
            List<String> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(rows.getString(1));
            }
            return entries;
        }
    }
}
