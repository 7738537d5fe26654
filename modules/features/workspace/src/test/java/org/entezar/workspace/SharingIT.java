package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.workspace.Clinic.assertCode;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.Shareable;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the door leaves to somebody who sees only what is shared with them, and who may say so. */
class SharingIT {

    private static final String WEI = Clinic.WEI;
    private static final UUID SPRING = UUID.randomUUID();
    private static final UUID AUTUMN = UUID.randomUUID();

    private Clinic here;
    private TestDatabase database;
    private Members members;
    private OwnRoles roles;
    private OwnRoleDoor ownRoleDoor;
    private SharingDoor door;
    private Sharing sharing;
    private WorkspaceId clinic;
    private Caller owner;

    private record Campaign(UUID value) implements Shareable {}

    @BeforeEach
    void start() {
        here = new Clinic();
        database = here.database;
        clinic = here.id;
        members = here.members;
        owner = here.owner;
        ownRoleDoor = here.ownRoleDoor;
        roles = here.ownRoles;
        door = new SharingDoor(database.work());
        sharing = new Sharing(database.work(), members, roles, door);
    }

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void somebodyBoundSeesWhatIsSharedAndLosesAllElseThatConcernsCampaigns() {
        here.letWei(Role.ANALYST);
        assertThat(door.admit(here.wei(Role.ANALYST))).as("not bound").isEqualTo(here.wei(Role.ANALYST));

        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        Caller bound = door.admit(here.wei(Role.ANALYST));
        assertThat(bound.memberships().get(clinic).permissions())
                .as("at the next request")
                .containsExactlyInAnyOrder(
                        Permission.WORKSPACE_READ, Permission.QUESTIONNAIRE_READ, Permission.COMMITMENT_READ);
        Set<Permission> shared = EnumSet.copyOf(SharingDoor.WITH_CAMPAIGNS);
        shared.retainAll(Role.ANALYST.permissions());
        for (Permission permission : shared) {
            assertThat(bound.may(clinic, permission)).isFalse();
            assertThat(bound.mayWithSome(clinic, permission)).isTrue();
            assertThat(bound.may(clinic, permission, new Campaign(SPRING))).isTrue();
            assertThat(bound.may(clinic, permission, new Campaign(AUTUMN))).isFalse();
            assertCode(() -> bound.require(clinic, permission), ErrorCode.FORBIDDEN);
            assertCode(() -> bound.require(clinic, permission, new Campaign(AUTUMN)), ErrorCode.NOT_FOUND);
            assertThat(bound.bounds(clinic, permission)).contains(Set.of(SPRING));
        }
        assertCode(() -> bound.require(clinic, Permission.CAMPAIGN_RUN, new Campaign(SPRING)), ErrorCode.FORBIDDEN);

        sharing.share(owner, clinic, WEI, Set.of());
        assertThat(door.admit(here.wei(Role.ANALYST)).may(clinic, Permission.CAMPAIGN_READ, new Campaign(SPRING)))
                .isFalse();
        sharing.free(owner, clinic, WEI);
        assertThat(door.admit(here.wei(Role.ANALYST))).isEqualTo(here.wei(Role.ANALYST));
    }

    @Test
    void sharingGivesNothingThatTheRoleDoesNotGive() {
        here.letWei(Role.FRONTLINE);
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        Caller bound = door.admit(here.wei(Role.FRONTLINE));
        assertThat(bound.memberships().get(clinic).shared().permissions())
                .containsExactlyInAnyOrder(
                        Permission.CAMPAIGN_READ, Permission.INSIGHT_READ, Permission.CASE_READ, Permission.CASE_WORK);
        assertThat(door.admit(here.wei()).memberships())
                .as("suspended")
                .isEqualTo(here.wei().memberships());
        Caller locked = here.wei(Role.FRONTLINE)
                .with(Map.of(
                        clinic,
                        here.wei(Role.FRONTLINE).memberships().get(clinic).locked()));
        assertThat(door.admit(locked)).as("locked stays locked").isEqualTo(locked);
        assertThat(bound.memberships().get(clinic).locked().shared()).isEqualTo(Caller.Shared.NOTHING);
        Caller program = new Caller(
                Caller.Kind.CLIENT,
                WEI,
                "till",
                Set.of(),
                here.wei(Role.ANALYST).memberships());
        assertThat(door.admit(program)).as("a program of the same subject").isEqualTo(program);
        WorkspaceId other = new WorkspaceId(UUID.randomUUID());
        Caller there = new Caller(
                Caller.Kind.PERSON,
                WEI,
                "Wei",
                Set.of(),
                Callers.member(other, Role.ANALYST).memberships());
        assertThat(door.admit(there)).as("another workspace").isEqualTo(there);
    }

    @Test
    void anOwnRoleIsBoundToo() {
        here.letWei(Role.ANALYST);
        roles.create(
                owner,
                clinic,
                new OwnRoleDraft(
                        "desk",
                        LocalizedText.of("en", "Desk"),
                        Set.of(Permission.INSIGHT_READ, Permission.CAMPAIGN_RUN, Permission.MEMBER_EDIT)));
        roles.hold(owner, clinic, WEI, List.of("desk"));
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        Caller bound = door.admit(ownRoleDoor.admit(here.wei(Role.ANALYST)));
        assertThat(bound.memberships().get(clinic).permissions())
                .as("whoever changes something with campaigns or people cannot do so with some of them")
                .doesNotContain(Permission.CAMPAIGN_RUN, Permission.MEMBER_EDIT, Permission.MEMBER_READ);
        assertThat(bound.memberships().get(clinic).shared().permissions())
                .containsExactlyInAnyOrder(Permission.CAMPAIGN_READ, Permission.INSIGHT_READ);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OWNER", "ADMINISTRATOR", "AUDITOR"})
    void whoSeesAllCannotBeBound(Role role) {
        here.letWei(role);
        assertCode(() -> sharing.share(owner, clinic, WEI, Set.of(SPRING)), ErrorCode.STATE);
        assertThat(sharing.all(owner, clinic)).isEmpty();
    }

    @Test
    void whoRisesIsBoundNoMoreAndAnAuditorWhoWasBoundStaysSo() {
        here.letWei(Role.ANALYST);
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        assertThat(door.admit(here.wei(Role.ADMINISTRATOR))).isEqualTo(here.wei(Role.ADMINISTRATOR));
        assertThat(door.admit(here.wei(Role.OWNER))).isEqualTo(here.wei(Role.OWNER));
        assertThat(door.admit(here.wei(Role.ANALYST, Role.AUDITOR)).may(clinic, Permission.HISTORY_READ))
                .as("until somebody frees them")
                .isFalse();
    }

    @Test
    void whatCannotBeReadLetsNobodyIn() {
        here.letWei(Role.ANALYST);
        database.database().close();
        assertThatThrownBy(() -> door.admit(here.wei(Role.ANALYST))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void everyRoleAndEveryStrangerGetsWhatIsTheirs() {
        here.letWei(Role.ANALYST);
        for (Role role : List.of(Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            Caller caller = Callers.member(clinic, role);
            assertCode(() -> sharing.share(caller, clinic, WEI, Set.of(SPRING)), ErrorCode.FORBIDDEN);
            assertCode(() -> sharing.free(caller, clinic, WEI), ErrorCode.FORBIDDEN);
        }
        sharing.share(Callers.member(clinic, Role.ADMINISTRATOR), clinic, WEI, Set.of(SPRING, AUTUMN));
        assertThat(sharing.of(Callers.member(clinic, Role.AUDITOR), clinic, WEI))
                .contains(Set.of(SPRING, AUTUMN));
        assertThat(sharing.all(owner, clinic)).isEqualTo(Map.of(WEI, Set.of(SPRING, AUTUMN)));
        assertCode(() -> sharing.of(Callers.member(clinic, Role.ANALYST), clinic, WEI), ErrorCode.FORBIDDEN);
        assertCode(() -> sharing.of(owner, clinic, "nobody"), ErrorCode.NOT_FOUND);
        assertCode(() -> sharing.share(owner, clinic, "nobody", Set.of()), ErrorCode.NOT_FOUND);
        Caller stranger = Callers.owner(new WorkspaceId(UUID.randomUUID()));
        assertCode(() -> sharing.all(stranger, clinic), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> sharing.of(stranger, clinic, WEI), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> sharing.share(stranger, clinic, WEI, Set.of()), ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(() -> sharing.free(stranger, clinic, WEI), ErrorCode.WORKSPACE_NOT_FOUND);
    }

    @Test
    void nobodyFreesThemselvesOrGivesBackWhatTheyDoNotHold() {
        here.letWei(Role.ANALYST);
        roles.create(
                owner,
                clinic,
                new OwnRoleDraft("eraser", LocalizedText.of("en", "Eraser"), Set.of(Permission.PERSON_ERASE)));
        roles.hold(owner, clinic, WEI, List.of("eraser"));
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        Caller administrator = Callers.member(clinic, Role.ADMINISTRATOR);
        assertCode(() -> sharing.free(administrator, clinic, WEI), ErrorCode.FORBIDDEN);
        assertCode(() -> sharing.share(administrator, clinic, WEI, Set.of()), ErrorCode.FORBIDDEN);
        assertThat(sharing.of(owner, clinic, WEI)).contains(Set.of(SPRING));
        Caller themselves = here.wei(Role.ADMINISTRATOR);
        assertCode(() -> sharing.free(themselves, clinic, WEI), ErrorCode.NOT_ONESELF);
    }

    @Test
    void everyChangeIsAnEntryAndWhatChangesNothingIsNone() throws SQLException {
        here.letWei(Role.ANALYST);
        sharing.free(owner, clinic, WEI);
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        sharing.share(owner, clinic, WEI, Set.of(SPRING, AUTUMN));
        sharing.free(owner, clinic, WEI);
        List<String> told = here.history("member/wei").stream()
                .filter(entry -> entry.startsWith("member.campaigns-shared"))
                .toList();
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).contains("\"before\":{\"campaigns\":\"ALL\"}", SPRING.toString());
        assertThat(told.get(1)).contains(SPRING.toString(), AUTUMN.toString());
        assertThat(told.get(2)).contains("\"after\":{\"campaigns\":\"ALL\"}");
    }

    @Test
    void itEndsWithTheMembershipAndNotBeforeTheTokenDoes() throws SQLException {
        here.letWei(Role.ANALYST);
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        members.remove(owner, clinic, WEI);
        assertThat(sharing.all(owner, clinic)).isEmpty();
        Caller gone = new SharingDoor(database.work()).admit(here.wei(Role.ANALYST));
        assertThat(gone.may(clinic, Permission.CAMPAIGN_READ)).isFalse();
        assertThat(gone.bounds(clinic, Permission.CAMPAIGN_READ))
                .as("the token goes on for minutes: nothing of what was shared, and never all")
                .contains(Set.of());
        assertThat(here.history("member/wei")).anyMatch(entry -> entry.startsWith("member.campaigns-unshared"));

        here.letWei(Role.ANALYST);
        assertThat(new SharingDoor(database.work()).admit(here.wei(Role.ANALYST)))
                .as("who comes again is what they come as")
                .isEqualTo(here.wei(Role.ANALYST));
    }

    @Test
    void theSecondWallStandsAroundIt() throws SQLException {
        here.letWei(Role.ANALYST);
        sharing.share(owner, clinic, WEI, Set.of(SPRING));
        WorkspaceId other = new WorkspaceId(UUID.randomUUID());
        Object[] seen = database.work().read(Callers.owner(other), other, Permission.MEMBER_READ, tx -> tx.handle()
                .createQuery("select subject from shared_campaigns")
                .mapTo(String.class)
                .list()
                .toArray());
        assertThat(seen).isEmpty();
    }
}
