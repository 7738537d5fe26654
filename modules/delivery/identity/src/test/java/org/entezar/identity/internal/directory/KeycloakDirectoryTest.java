package org.entezar.identity.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.identity.internal.directory.FailingKeycloak.Answer;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

/** What happens when Keycloak fails half way; that it works is shown against a real one elsewhere. */
class KeycloakDirectoryTest {

    private static final WorkspaceId WORKSPACE = WorkspaceId.parse(FailingKeycloak.ID);
    private static final String ORGANIZATION = "/organizations/" + FailingKeycloak.ID;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String ROLES = Arrays.stream(Role.values())
            .map(role -> "{\"id\":\"1\",\"name\":\"" + role.key() + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    private static final Directory.Newcomer NEWCOMER =
            new Directory.Newcomer("new.person", "new@person.invalid", "Nilufar", "Parsa", Language.PERSIAN);

    private static Directory directory(FailingKeycloak keycloak) {
        return new KeycloakDirectory(new KeycloakAdministration(keycloak.settings(), CLOCK));
    }

    private static Answer healthy(String request) {
        if (request.startsWith("GET ") && request.endsWith("/available")) {
            return new Answer(200, ROLES);
        }
        if (request.startsWith("GET ")) {
            return new Answer(200, request.contains("/users/") ? "{\"id\":\"" + FailingKeycloak.ID + "\"}" : "[]");
        }
        return new Answer(request.startsWith("POST ") ? 201 : 204, "");
    }

    private static Function<String, Answer> failingAt(String request, int status) {
        return asked -> asked.matches(request) ? new Answer(status, "{\"errorMessage\":\"no\"}") : healthy(asked);
    }

    private static void refusedWith(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    @Test
    void a_workspace_has_a_group_with_a_role_for_each_role() throws IOException {
        try (FailingKeycloak keycloak = new FailingKeycloak(KeycloakDirectoryTest::healthy)) {
            assertThat(directory(keycloak).createWorkspace("lab", "Laboratory")).isEqualTo(WORKSPACE);

            assertThat(keycloak.asked.stream().filter(("POST " + ORGANIZATION + "/groups")::equals))
                    .hasSize(Role.values().length);
            assertThat(keycloak.asked.stream()
                            .filter(request -> request.startsWith("POST ") && request.endsWith("/realm")))
                    .hasSize(Role.values().length);
            assertThat(keycloak.asked).noneMatch(request -> request.startsWith("DELETE "));
        }
    }

    @Test
    void a_workspace_whose_groups_cannot_be_made_is_taken_back() throws IOException {
        for (int status : new int[] {404, 403, 500}) {
            try (FailingKeycloak keycloak = new FailingKeycloak(failingAt("POST .*/role-mappings/realm", status))) {
                Directory directory = directory(keycloak);

                refusedWith(ErrorCode.IDENTITY_UNAVAILABLE, () -> directory.createWorkspace("lab", "Laboratory"));
                assertThat(keycloak.asked).endsWith("DELETE " + ORGANIZATION);
            }
        }
    }

    @Test
    void a_realm_that_lacks_a_role_makes_no_workspace() throws IOException {
        try (FailingKeycloak keycloak = new FailingKeycloak(
                request -> request.endsWith("/available") ? new Answer(200, "[]") : healthy(request))) {
            Directory directory = directory(keycloak);

            refusedWith(ErrorCode.IDENTITY_UNAVAILABLE, () -> directory.createWorkspace("lab", "Laboratory"));
            assertThat(keycloak.asked).endsWith("DELETE " + ORGANIZATION);
        }
    }

    @Test
    void a_taken_alias_changes_nothing() throws IOException {
        try (FailingKeycloak keycloak = new FailingKeycloak(failingAt("POST /organizations", 409))) {
            Directory directory = directory(keycloak);

            refusedWith(ErrorCode.ALREADY_EXISTS, () -> directory.createWorkspace("lab", "Laboratory"));
            assertThat(keycloak.asked).endsWith("POST /organizations");
        }
    }

    @Test
    void a_newcomer_who_cannot_join_is_taken_back() throws IOException {
        try (FailingKeycloak keycloak = new FailingKeycloak(failingAt("POST .*/members", 404))) {
            Directory directory = directory(keycloak);

            refusedWith(ErrorCode.WORKSPACE_NOT_FOUND, () -> directory.addMember(WORKSPACE, NEWCOMER, Role.FRONTLINE));
            assertThat(keycloak.asked).endsWith("DELETE /users/" + FailingKeycloak.ID);
        }
    }

    @Test
    void a_newcomer_without_a_group_to_join_leaves_again() throws IOException {
        try (FailingKeycloak keycloak = new FailingKeycloak(KeycloakDirectoryTest::healthy)) {
            Directory directory = directory(keycloak);

            refusedWith(ErrorCode.IDENTITY_UNAVAILABLE, () -> directory.addMember(WORKSPACE, NEWCOMER, Role.FRONTLINE));
            assertThat(keycloak.asked)
                    .endsWith(
                            "DELETE " + ORGANIZATION + "/members/" + FailingKeycloak.ID,
                            "DELETE /users/" + FailingKeycloak.ID);
        }
    }

    @Test
    void a_list_of_members_is_kept_a_moment_and_never_longer_than_until_one_changes() throws IOException {
        String members = "GET " + ORGANIZATION + "/members";
        try (FailingKeycloak keycloak = new FailingKeycloak(KeycloakDirectoryTest::healthy)) {
            Directory directory = directory(keycloak);
            directory.recentMembers(WORKSPACE);
            directory.recentMembers(WORKSPACE);
            assertThat(keycloak.asked.stream().filter(members::equals)).hasSize(1);

            directory.members(WORKSPACE);
            assertThat(keycloak.asked.stream().filter(members::equals)).hasSize(2);

            directory.removeMember(WORKSPACE, FailingKeycloak.ID);
            directory.recentMembers(WORKSPACE);
            assertThat(keycloak.asked.stream().filter(members::equals)).hasSize(3);
        }
    }

    @Test
    void a_refused_token_is_fetched_anew_for_lists_too() throws IOException {
        boolean[] refused = new boolean[1];
        try (FailingKeycloak keycloak = new FailingKeycloak(request -> {
            if (!refused[0] && request.endsWith("/members")) {
                refused[0] = true;
                return new Answer(401, "");
            }
            return healthy(request);
        })) {
            assertThat(directory(keycloak).members(WORKSPACE)).isEmpty();
        }
        assertThat(refused[0]).isTrue();
    }

    @Test
    void an_expired_token_is_fetched_anew_once() throws IOException {
        boolean[] refused = new boolean[1];
        try (FailingKeycloak keycloak = new FailingKeycloak(request -> {
            if (!refused[0]) {
                refused[0] = true;
                return new Answer(401, "");
            }
            return healthy(request);
        })) {
            directory(keycloak).removeWorkspace(WORKSPACE);

            assertThat(keycloak.asked.stream().filter(request -> request.endsWith("/token")))
                    .hasSize(2);
        }
    }

    @Test
    void a_keycloak_that_is_away_is_named() throws IOException {
        Directory directory;
        try (FailingKeycloak keycloak = new FailingKeycloak(KeycloakDirectoryTest::healthy)) {
            directory = directory(keycloak);
        }

        refusedWith(ErrorCode.IDENTITY_UNAVAILABLE, () -> directory.createWorkspace("lab", "Laboratory"));
        refusedWith(ErrorCode.IDENTITY_UNAVAILABLE, () -> directory.members(WORKSPACE));
    }
}
