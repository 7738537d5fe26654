package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;

/** A workspace on a database of its own, with Mina as its owner, into which Wei can be let. */
final class Clinic implements AutoCloseable {

    static final String WEI = "subject-of-wei";

    final TestDatabase database = TestDatabase.create();
    final WorkspaceId id;
    final Members members;
    final OwnRoleDoor ownRoleDoor;
    final OwnRoles ownRoles;
    final Caller owner;

    Clinic() {
        RememberedDirectory directory = new RememberedDirectory();
        id = new Workspaces(database.work(), directory, Set.of())
                .create(
                        Callers.operator(),
                        new NewWorkspace(
                                "clinic",
                                LocalizedText.of("en", "Clinic"),
                                List.of("en"),
                                "UTC",
                                Set.of(),
                                Optional.of("mina")))
                .id();
        members = new Members(database.work(), directory);
        ownRoleDoor = new OwnRoleDoor(database.work());
        ownRoles = new OwnRoles(database.work(), directory, ownRoleDoor);
        owner = Callers.owner(id);
    }

    void letWei(Role role) {
        members.add(owner, id, new NewMember("wei", role, Optional.empty()));
    }

    /** Wei with built-in roles, as the token tells it. */
    Caller wei(Role... builtIn) {
        return person(WEI, builtIn);
    }

    Caller person(String subject, Role... builtIn) {
        return new Caller(
                Caller.Kind.PERSON,
                subject,
                "Wei",
                Set.of(),
                Map.of(id, Caller.Membership.of("clinic", Set.of(builtIn))));
    }

    /** Action and text of the entries on a subject, the oldest first. */
    List<String> history(String subject) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select action || ' ' || entry from entezar.history_entry where subject = '" + subject
                                + "' order by sequence")) {
            List<String> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(rows.getString(1));
            }
            return entries;
        }
    }

    static void assertCode(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    @Override
    public void close() {
        database.close();
    }
}
