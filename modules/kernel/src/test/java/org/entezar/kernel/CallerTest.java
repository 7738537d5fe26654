package org.entezar.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final Uuids ids = new Uuids(Clock.systemUTC());
    private final WorkspaceId hotel = new WorkspaceId(ids.next());
    private final WorkspaceId hospital = new WorkspaceId(ids.next());

    private Caller member(Role role) {
        return new Caller(
                Caller.Kind.PERSON, "s", "Sara", Set.of(), Map.of(hotel, Caller.Membership.of("aria", Set.of(role))));
    }

    @Test
    void aForeignWorkspaceLooksAbsentWhateverTheRole() {
        for (Role role : Role.values()) {
            assertThatThrownBy(() -> member(role).require(hospital, Permission.WORKSPACE_READ))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                            .isEqualTo(ErrorCode.WORKSPACE_NOT_FOUND));
        }
    }

    @Test
    void anAuditorChangesNothing() {
        assertThat(Role.AUDITOR.permissions()).noneMatch(Permission::changes);
        assertThatThrownBy(() -> member(Role.AUDITOR).require(hotel, Permission.CAMPAIGN_RUN))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void noRoleInAWorkspaceCreatesWorkspaces() {
        for (Role role : Role.values()) {
            assertThat(role.permissions()).doesNotContain(Permission.WORKSPACE_CREATE);
        }
    }

    @Test
    void aRespondentMayOnlyAnswer() {
        Caller respondent = Caller.respondent(hotel);
        for (Permission permission : Permission.values()) {
            assertThat(respondent.may(hotel, permission)).isEqualTo(permission == Permission.RESPONSE_SUBMIT);
            assertThat(respondent.may(hospital, permission)).isFalse();
        }
    }
}
