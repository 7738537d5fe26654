package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.workspace.Clinic.assertCode;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles of a workspace's own: what they give and take at the door, and that nobody rises by them. */
class OwnRolesIT {

    private static final String WEI = Clinic.WEI;

    private Clinic here;
    private TestDatabase database;
    private Members members;
    private OwnRoleDoor door;
    private OwnRoles roles;
    private WorkspaceId clinic;
    private Caller owner;

    @BeforeEach
    void start() {
        here = new Clinic();
        database = here.database;
        clinic = here.id;
        members = here.members;
        owner = here.owner;
        door = here.ownRoleDoor;
        roles = here.ownRoles;
    }

    @AfterEach
    void stop() {
        here.close();
    }

    private static OwnRoleDraft draft(String key, Permission... permissions) {
        return new OwnRoleDraft(key, LocalizedText.of("en", "Front desk"), Set.of(permissions));
    }

    private static Set<Permission> permissions(Caller caller, WorkspaceId workspace) {
        return caller.memberships().get(workspace).permissions();
    }

    /** Somebody who may edit members and what else is given, by an own role in place of a frontline's. */
    private Caller editor(Permission... others) {
        EnumSet<Permission> permissions = EnumSet.of(Permission.WORKSPACE_READ, Permission.MEMBER_READ);
        permissions.add(Permission.MEMBER_EDIT);
        permissions.addAll(List.of(others));
        return new Caller(
                Caller.Kind.PERSON,
                "editor",
                "Editor",
                Set.of(),
                Map.of(clinic, new Caller.Membership("clinic", Set.of(Role.FRONTLINE), permissions)));
    }

    @Test
    void anOwnRoleTakesThePlaceOfTheBuiltInOne() {
        here.letWei(Role.ANALYST);
        assertThat(door.admit(here.wei(Role.ANALYST))).isEqualTo(here.wei(Role.ANALYST));
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_RUN));
        roles.create(owner, clinic, draft("reader", Permission.INSIGHT_READ));

        roles.hold(owner, clinic, WEI, List.of("desk"));
        assertThat(permissions(door.admit(here.wei(Role.ANALYST)), clinic))
                .as("more and less than an analyst, and what one has to see for it")
                .containsExactlyInAnyOrder(
                        Permission.WORKSPACE_READ,
                        Permission.CAMPAIGN_READ,
                        Permission.QUESTIONNAIRE_READ,
                        Permission.CAMPAIGN_RUN);
        assertThat(door.admit(here.wei(Role.ANALYST)).roles(clinic)).containsExactly(Role.ANALYST);

        roles.hold(owner, clinic, WEI, List.of("desk", "reader"));
        assertThat(permissions(door.admit(here.wei(Role.ANALYST)), clinic))
                .contains(Permission.CAMPAIGN_RUN, Permission.INSIGHT_READ)
                .doesNotContain(Permission.RESPONSE_READ);
        assertThat(roles.holders(owner, clinic)).isEqualTo(Map.of(WEI, Set.of("desk", "reader")));

        roles.put(owner, clinic, draft("reader", Permission.HISTORY_READ), "1");
        assertThat(permissions(door.admit(here.wei(Role.ANALYST)), clinic))
                .as("at the next request")
                .contains(Permission.HISTORY_READ)
                .doesNotContain(Permission.INSIGHT_READ);

        roles.hold(owner, clinic, WEI, List.of());
        assertThat(door.admit(here.wei(Role.ANALYST))).isEqualTo(here.wei(Role.ANALYST));
    }

    @Test
    void itOpensNothingToWhomItMustNot() {
        here.letWei(Role.ANALYST);
        roles.create(owner, clinic, draft("all", Permission.MEMBER_EDIT, Permission.CAMPAIGN_RUN));
        roles.hold(owner, clinic, WEI, List.of("all"));

        assertThat(door.admit(here.wei()).memberships())
                .as("suspended")
                .isEqualTo(here.wei().memberships());
        assertThat(door.admit(here.wei(Role.OWNER))).as("an owner").isEqualTo(here.wei(Role.OWNER));
        assertThat(permissions(door.admit(here.wei(Role.AUDITOR)), clinic))
                .as("an auditor gets nothing beyond")
                .containsExactlyInAnyOrder(
                        Permission.WORKSPACE_READ,
                        Permission.MEMBER_READ,
                        Permission.QUESTIONNAIRE_READ,
                        Permission.CAMPAIGN_READ);
        Caller locked = here.wei(Role.ANALYST)
                .with(Map.of(
                        clinic, here.wei(Role.ANALYST).memberships().get(clinic).locked()));
        assertThat(door.admit(locked).isLockedOut(clinic))
                .as("locked stays locked")
                .isTrue();
        Caller program = new Caller(
                Caller.Kind.CLIENT,
                WEI,
                "till",
                Set.of(),
                here.wei(Role.ANALYST).memberships());
        assertThat(door.admit(program)).as("a program of the same subject").isEqualTo(program);
        WorkspaceId other = new WorkspaceId(UUID.randomUUID());
        Caller elsewhere = Callers.member(other, Role.ANALYST);
        Caller there = new Caller(Caller.Kind.PERSON, WEI, "Wei", Set.of(), elsewhere.memberships());
        assertThat(door.admit(there)).as("another workspace").isEqualTo(there);
    }

    @Test
    void whatCannotBeReadLetsNobodyIn() {
        here.letWei(Role.ANALYST);
        database.database().close();
        assertThatThrownBy(() -> door.admit(here.wei(Role.ANALYST))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodyGivesAwayWhatTheyDoNotHold() {
        here.letWei(Role.FRONTLINE);
        roles.create(owner, clinic, draft("eraser", Permission.PERSON_ERASE));
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        Caller administrator = Callers.member(clinic, Role.ADMINISTRATOR);
        for (Caller caller : List.of(administrator, editor(Permission.CAMPAIGN_READ))) {
            assertCode(() -> roles.create(caller, clinic, draft("mine", Permission.DATA_GOVERN)), ErrorCode.FORBIDDEN);
            assertCode(
                    () -> roles.put(caller, clinic, draft("eraser", Permission.CAMPAIGN_READ), "*"),
                    ErrorCode.FORBIDDEN);
            assertCode(
                    () -> roles.put(caller, clinic, draft("desk", Permission.HISTORY_READ), "*"), ErrorCode.FORBIDDEN);
            assertCode(() -> roles.hold(caller, clinic, WEI, List.of("eraser")), ErrorCode.FORBIDDEN);
            assertCode(() -> roles.delete(caller, clinic, "eraser", "*"), ErrorCode.FORBIDDEN);
        }
        assertCode(
                () -> roles.hold(editor(Permission.CAMPAIGN_READ), clinic, WEI, List.of("desk")), ErrorCode.FORBIDDEN);
        Caller beyond = editor(Role.FRONTLINE.permissions().toArray(Permission[]::new));
        assertThat(roles.hold(beyond, clinic, WEI, List.of("desk")))
                .as("whoever holds the role and what it takes the place of")
                .containsExactly("desk");
        assertCode(() -> roles.hold(editor(Permission.CAMPAIGN_READ), clinic, WEI, List.of()), ErrorCode.FORBIDDEN);
        assertCode(() -> roles.delete(editor(Permission.CAMPAIGN_READ), clinic, "desk", "*"), ErrorCode.FORBIDDEN);
        assertCode(() -> roles.create(owner, clinic, draft("king", Permission.WORKSPACE_CREATE)), ErrorCode.INVALID);
    }

    @Test
    void nobodyGivesThemselves() {
        here.letWei(Role.ADMINISTRATOR);
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        assertCode(() -> roles.hold(here.wei(Role.ADMINISTRATOR), clinic, WEI, List.of("desk")), ErrorCode.NOT_ONESELF);
        roles.hold(owner, clinic, WEI, List.of("desk"));
        assertCode(() -> roles.hold(here.wei(Role.ADMINISTRATOR), clinic, WEI, List.of()), ErrorCode.NOT_ONESELF);
        // Deleting the role that narrows them would give themselves the rest back.
        Caller narrowed = here.person(WEI, Role.ADMINISTRATOR)
                .with(Map.of(
                        clinic, editor(Permission.CAMPAIGN_READ).memberships().get(clinic)));
        assertCode(() -> roles.delete(narrowed, clinic, "desk", "*"), ErrorCode.FORBIDDEN);
    }

    @Test
    void whoMayEditMembersByAnOwnRoleGivesNoBuiltInRoleBeyondIt() {
        Caller editor = editor(Role.FRONTLINE.permissions().toArray(Permission[]::new));
        for (Role role : List.of(Role.OWNER, Role.ADMINISTRATOR, Role.ANALYST, Role.AUDITOR)) {
            assertCode(
                    () -> members.add(editor, clinic, new NewMember("wei", role, Optional.empty())),
                    ErrorCode.FORBIDDEN);
            assertThat(Members.mayTouch(editor, clinic, role)).isFalse();
        }
        members.add(editor, clinic, new NewMember("wei", Role.FRONTLINE, Optional.empty()));
        assertCode(() -> members.assign(editor, clinic, WEI, Set.of(Role.ANALYST)), ErrorCode.FORBIDDEN);
        members.assign(owner, clinic, WEI, Set.of(Role.ANALYST));
        assertCode(() -> members.suspend(editor, clinic, WEI), ErrorCode.FORBIDDEN);
        assertCode(() -> members.remove(editor, clinic, WEI), ErrorCode.FORBIDDEN);
        members.suspend(owner, clinic, WEI);
        assertCode(() -> members.resume(editor, clinic, WEI), ErrorCode.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OWNER", "AUDITOR"})
    void ownersAndAuditorsHoldNone(Role role) {
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        here.letWei(role);
        assertCode(() -> roles.hold(owner, clinic, WEI, List.of("desk")), ErrorCode.STATE);
    }

    @Test
    void aHolderBecomesNoAuditorAndASuspendedPersonNoHolder() {
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        here.letWei(Role.ANALYST);
        roles.hold(owner, clinic, WEI, List.of("desk"));
        assertCode(() -> members.assign(owner, clinic, WEI, Set.of(Role.AUDITOR)), ErrorCode.STATE);
        roles.hold(owner, clinic, WEI, List.of());
        members.suspend(owner, clinic, WEI);
        assertCode(() -> roles.hold(owner, clinic, WEI, List.of("desk")), ErrorCode.STATE);
    }

    @Test
    void whoIsRemovedHoldsNothingAndRisesNotByIt() {
        roles.create(owner, clinic, draft("reader", Permission.INSIGHT_READ));
        here.letWei(Role.ADMINISTRATOR);
        roles.hold(owner, clinic, WEI, List.of("reader"));
        members.remove(owner, clinic, WEI);
        assertThat(roles.holders(owner, clinic)).isEmpty();
        // The token goes on for minutes: less than before, never the built-in role's.
        assertThat(permissions(new OwnRoleDoor(database.work()).admit(here.wei(Role.ADMINISTRATOR)), clinic))
                .containsExactly(Permission.WORKSPACE_READ);
        roles.delete(owner, clinic, "reader", "1");
        assertThat(permissions(new OwnRoleDoor(database.work()).admit(here.wei(Role.ADMINISTRATOR)), clinic))
                .containsExactly(Permission.WORKSPACE_READ);

        here.letWei(Role.ANALYST);
        assertThat(new OwnRoleDoor(database.work()).admit(here.wei(Role.ANALYST)))
                .as("who comes again is what they come as")
                .isEqualTo(here.wei(Role.ANALYST));
    }

    @Test
    void aDeletedRoleGivesItsHoldersTheirBuiltInRoleBack() throws SQLException {
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        here.letWei(Role.ANALYST);
        roles.hold(owner, clinic, WEI, List.of("desk"));
        assertCode(() -> roles.delete(owner, clinic, "desk", "7"), ErrorCode.STALE);
        roles.delete(owner, clinic, "desk", "1");
        assertThat(door.admit(here.wei(Role.ANALYST))).isEqualTo(here.wei(Role.ANALYST));
        assertCode(() -> roles.get(owner, clinic, "desk"), ErrorCode.NOT_FOUND);
        assertThat(here.history("role/desk"))
                .hasSize(2)
                .last()
                .asString()
                .contains("role.deleted", "\"holders\"", "wei", "CAMPAIGN_READ");
        assertThat(here.history("member/wei")).last().asString().contains("own-roles-assigned", "desk");
    }

    @Test
    void mistakesAreNamedAtTheirPlacesAndBoundsHold() {
        assertThatThrownBy(() -> roles.create(
                        owner,
                        clinic,
                        new OwnRoleDraft("Front Desk", LocalizedText.of("en", "x".repeat(61)), Set.of())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(violation -> violation.pointer() + " " + violation.code())
                        .containsExactly("/key MALFORMED_KEY", "/name/en TOO_LONG", "/permissions REQUIRED"));
        assertCode(() -> roles.create(owner, clinic, draft("owner", Permission.CAMPAIGN_READ)), ErrorCode.INVALID);
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        assertCode(
                () -> roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ)), ErrorCode.ALREADY_EXISTS);
        assertCode(() -> roles.put(owner, clinic, draft("desk", Permission.CAMPAIGN_READ), "2"), ErrorCode.STALE);
        assertCode(() -> roles.put(owner, clinic, draft("none", Permission.CAMPAIGN_READ), "*"), ErrorCode.NOT_FOUND);
        here.letWei(Role.ANALYST);
        assertThatThrownBy(() -> roles.hold(owner, clinic, WEI, List.of("desk", "none")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(violation -> violation.pointer())
                        .containsExactly("/roles/1"));
        assertCode(() -> roles.hold(owner, clinic, "nobody", List.of("desk")), ErrorCode.NOT_FOUND);
        IntStream.range(1, OwnRoles.MOST)
                .forEach(number -> roles.create(owner, clinic, draft("desk-" + number, Permission.CAMPAIGN_READ)));
        assertCode(() -> roles.create(owner, clinic, draft("more", Permission.CAMPAIGN_READ)), ErrorCode.TOO_MANY);
    }

    @Test
    void everyRoleAndEveryStrangerGetsWhatIsTheirs() {
        roles.create(owner, clinic, draft("desk", Permission.CAMPAIGN_READ));
        here.letWei(Role.FRONTLINE);
        for (Role role : List.of(Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            Caller caller = Callers.member(clinic, role);
            assertCode(
                    () -> roles.create(caller, clinic, draft("mine", Permission.CAMPAIGN_READ)), ErrorCode.FORBIDDEN);
            assertCode(
                    () -> roles.put(caller, clinic, draft("desk", Permission.CAMPAIGN_READ), "*"), ErrorCode.FORBIDDEN);
            assertCode(() -> roles.delete(caller, clinic, "desk", "*"), ErrorCode.FORBIDDEN);
            assertCode(() -> roles.hold(caller, clinic, WEI, List.of("desk")), ErrorCode.FORBIDDEN);
        }
        assertThat(roles.list(Callers.member(clinic, Role.AUDITOR), clinic)).hasSize(1);
        assertCode(() -> roles.list(Callers.member(clinic, Role.ANALYST), clinic), ErrorCode.FORBIDDEN);
        Caller stranger = Callers.owner(new WorkspaceId(UUID.randomUUID()));
        assertCode(() -> roles.list(stranger, clinic), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> roles.get(stranger, clinic, "desk"), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> roles.holders(stranger, clinic), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> roles.hold(stranger, clinic, WEI, List.of("desk")), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> roles.delete(stranger, clinic, "desk", "*"), ErrorCode.WORKSPACE_NOT_FOUND);
    }
}
