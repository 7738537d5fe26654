package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersIT {

    private final RememberedDirectory directory = new RememberedDirectory();
    private TestDatabase database;
    private Members members;
    private WorkspaceId clinic;
    private Caller owner;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        clinic = new Workspaces(database.work(), directory, Set.of())
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
        owner = Callers.owner(clinic);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static NewMember known(String login, Role role) {
        return new NewMember(login, role, Optional.empty());
    }

    @Test
    void everyChangeOfMembershipIsInHistory() throws SQLException {
        Member wei = members.add(owner, clinic, known("wei", Role.ANALYST)).member();
        members.assign(owner, clinic, wei.subject(), Set.of(Role.AUDITOR));
        members.remove(owner, clinic, wei.subject());

        assertThat(history()).containsExactly("workspace.created", "member.added", "member.assigned", "member.removed");
    }

    @Test
    void whoSignsInAndWhoLooksAtThePeopleIsInHistory() throws SQLException {
        members.entered(owner, clinic);
        for (int i = 0; i < 3; i++) {
            assertThat(members.list(owner, clinic)).extracting(Member::login).containsExactly("mina");
        }
        members.list(Callers.member(clinic, Role.ADMINISTRATOR), clinic);
        members.entered(owner, clinic);
        assertThat(history())
                .containsExactly(
                        "workspace.created", "member.signed-in", "members.read", "members.read", "member.signed-in");
        assertCode(() -> members.entered(owner, otherThan(clinic)), ErrorCode.WORKSPACE_NOT_FOUND);
    }

    private static WorkspaceId otherThan(WorkspaceId one) {
        return new WorkspaceId(new java.util.UUID(
                one.value().getMostSignificantBits(), ~one.value().getLeastSignificantBits()));
    }

    @Test
    void theLastOwnerStays() {
        String mina = members.list(owner, clinic).get(0).subject();
        assertCode(() -> members.remove(owner, clinic, mina), ErrorCode.LAST_OWNER);
        assertCode(() -> members.assign(owner, clinic, mina, Set.of(Role.ANALYST)), ErrorCode.LAST_OWNER);

        members.add(owner, clinic, known("wei", Role.OWNER));
        assertThat(members.assign(owner, clinic, mina, Set.of(Role.ANALYST)).roles())
                .containsExactly(Role.ANALYST);
    }

    @Test
    void onlyOwnersMakeAndUnmakeOwners() {
        Caller administrator = Callers.member(clinic, Role.ADMINISTRATOR);
        String mina = members.list(owner, clinic).get(0).subject();
        assertCode(() -> members.add(administrator, clinic, known("wei", Role.OWNER)), ErrorCode.FORBIDDEN);
        assertCode(() -> members.remove(administrator, clinic, mina), ErrorCode.FORBIDDEN);
        Member wei =
                members.add(administrator, clinic, known("wei", Role.FRONTLINE)).member();
        assertCode(() -> members.assign(administrator, clinic, wei.subject(), Set.of(Role.OWNER)), ErrorCode.FORBIDDEN);
        assertThat(members.list(owner, clinic)).hasSize(2);
    }

    /** Auditors read the history, which administrators do not: not by making themselves one, nor an accomplice. */
    @Test
    void onlyOwnersNameAuditorsAndUnnameThem() {
        Caller administrator = Callers.member(clinic, Role.ADMINISTRATOR);
        assertCode(() -> members.add(administrator, clinic, known("wei", Role.AUDITOR)), ErrorCode.FORBIDDEN);
        Member wei =
                members.add(administrator, clinic, known("wei", Role.ANALYST)).member();
        assertCode(
                () -> members.assign(administrator, clinic, wei.subject(), Set.of(Role.AUDITOR)), ErrorCode.FORBIDDEN);

        members.assign(owner, clinic, wei.subject(), Set.of(Role.AUDITOR));
        assertCode(
                () -> members.assign(administrator, clinic, wei.subject(), Set.of(Role.ANALYST)), ErrorCode.FORBIDDEN);
        assertCode(() -> members.suspend(administrator, clinic, wei.subject()), ErrorCode.FORBIDDEN);
        assertCode(() -> members.remove(administrator, clinic, wei.subject()), ErrorCode.FORBIDDEN);
        assertThat(members.get(owner, clinic, wei.subject()).roles()).containsExactly(Role.AUDITOR);
        assertThat(Members.mayTouch(administrator, clinic, Role.AUDITOR)).isFalse();
        assertThat(Members.mayTouch(administrator, clinic, Role.ANALYST)).isTrue();
    }

    @Test
    void whatTheIdentityProviderRefusesIsToldToo() throws SQLException {
        Member wei = members.add(owner, clinic, known("wei", Role.ANALYST)).member();
        directory.away = true;
        assertCode(
                () -> members.assign(owner, clinic, wei.subject(), Set.of(Role.AUDITOR)),
                ErrorCode.IDENTITY_UNAVAILABLE);
        assertCode(() -> members.add(owner, clinic, known("nobody", Role.ANALYST)), ErrorCode.INVALID);
        assertThat(history())
                .containsExactly(
                        "workspace.created",
                        "member.added",
                        "member.assigned",
                        "member.assigned.refused",
                        "member.added",
                        "member.added.refused");
    }

    @Test
    void everyRoleAndEveryStrangerGetsWhatIsTheirs() {
        String mina = members.list(owner, clinic).get(0).subject();
        for (Role role : List.of(Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            Caller caller = Callers.member(clinic, role);
            assertCode(() -> members.add(caller, clinic, known("wei", Role.ANALYST)), ErrorCode.FORBIDDEN);
            assertCode(() -> members.assign(caller, clinic, mina, Set.of()), ErrorCode.FORBIDDEN);
            assertCode(() -> members.remove(caller, clinic, mina), ErrorCode.FORBIDDEN);
        }
        assertThat(members.list(Callers.member(clinic, Role.AUDITOR), clinic)).hasSize(1);
        assertCode(() -> members.list(Callers.member(clinic, Role.ANALYST), clinic), ErrorCode.FORBIDDEN);
        Caller stranger = Callers.owner(new WorkspaceId(UUID.randomUUID()));
        assertCode(() -> members.list(stranger, clinic), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> members.get(stranger, clinic, mina), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> members.remove(stranger, clinic, mina), ErrorCode.WORKSPACE_NOT_FOUND);
    }

    private List<String> history() throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select action from entezar.history_entry where workspace_id <> '"
                                + WorkspaceId.INSTALLATION + "' order by sequence")) {
            List<String> actions = new ArrayList<>();
            while (rows.next()) {
                actions.add(rows.getString(1));
            }
            return actions;
        }
    }
}
