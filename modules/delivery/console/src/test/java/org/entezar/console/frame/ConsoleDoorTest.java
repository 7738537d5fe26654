package org.entezar.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Quota;
import org.entezar.workspace.Standings;
import org.entezar.workspace.Turnstile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in where: a fault here would open a page to a stranger without anybody noticing. */
class ConsoleDoorTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());

    private final List<String> forwarded = Requests.notes();
    private final List<String> noted = Requests.notes();
    private final List<String> served = Requests.notes();
    private final Place place = new Place();
    private final Turnstile turnstile = new Turnstile(
            new Standings(
                    id -> Optional.empty(),
                    Arrays.stream(Quota.values()).collect(Collectors.toMap(quota -> quota, quota -> 2L))),
            (caller, workspace, address) -> {},
            Clock.systemUTC());
    private Optional<Problem> refused = Optional.empty();
    private boolean passed;

    private final class Parts implements PageSource {
        @Override
        public List<Page> pages() {
            return List.of(
                    new Page("", "/console/home/home.xhtml", Permission.WORKSPACE_READ, Area.HOME),
                    new Page(
                            "settings",
                            "/console/settings/workspace.xhtml",
                            Permission.WORKSPACE_CONFIGURE,
                            Area.SETTINGS));
        }

        @Override
        public List<Action> actions() {
            return List.of(new Action(
                    "drafts/{draft}",
                    Set.of("PUT"),
                    Permission.QUESTIONNAIRE_EDIT,
                    (at, request, response) -> served.add(at.parameter("draft"))));
        }
    }

    private void go(Caller caller, String method, String path, Map<String, String> headers) {
        ConsoleDoor door = new ConsoleDoor();
        door.place = place;
        door.turnstile = turnstile;
        door.navigation = new Navigation();
        door.navigation.sources = only(new Parts());
        door.navigation.collect();
        door.visitor = new Visitor() {
            @Override
            public Caller getCaller() {
                return caller;
            }

            @Override
            public String getAddress() {
                return path + "?a=1&b=ö";
            }
        };
        door.errors = new ErrorPages() {
            @Override
            void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
                refused = Optional.of((Problem) failure);
            }
        };
        HttpServletRequest request = Requests.request(method, path, headers, forwarded);
        try {
            door.doFilter(request, Requests.response(noted), (onward, answer) -> passed = true);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @SuppressWarnings("unchecked")
    private static Instance<PageSource> only(PageSource source) {
        return (Instance<PageSource>) Proxy.newProxyInstance(
                ConsoleDoorTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, called, args) -> List.of(source).iterator());
    }

    private void get(Caller caller, String path) {
        go(caller, "GET", path, Map.of());
    }

    /** The demo's workspace is known to its members by the alias of {@link Callers}. */
    private static String alias(Caller caller) {
        return caller.aliases().get(0);
    }

    private @Nullable ErrorCode refusal() {
        return refused.map(Problem::code).orElse(null);
    }

    @Test
    void aMemberSeesThePageThatTheRoleOpens() {
        Caller owner = Callers.owner(WORKSPACE);
        get(owner, "/w/" + alias(owner) + "/settings");
        assertThat(refused).isEmpty();
        assertThat(forwarded).containsExactly("forward /console/settings/workspace.xhtml");
        assertThat(noted).contains("Cache-Control: no-store");
        assertThat(place.getWorkspaceId()).isEqualTo(WORKSPACE);
    }

    @Test
    void whoComesTooOftenIsToldToComeLater() {
        Caller owner = Callers.owner(WORKSPACE);
        for (int i = 0; i < 3; i++) {
            get(owner, "/w/" + alias(owner) + "/settings");
        }
        assertThat(refusal()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(forwarded).hasSize(2);
    }

    @Test
    void anotherRoleDoesNot() {
        Caller analyst = Callers.member(WORKSPACE, Role.ANALYST);
        get(analyst, "/w/" + alias(analyst) + "/settings");
        assertThat(refusal()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(forwarded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w/somebody-elses", "/w/somebody-elses/settings", "/w/", "/w//settings"})
    void aForeignWorkspaceIsAnsweredAsOneThatDoesNotExist(String path) {
        get(Callers.owner(WORKSPACE), path);
        assertThat(refusal()).isEqualTo(ErrorCode.WORKSPACE_NOT_FOUND);
        assertThat(forwarded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/settings/workspace.xhtml", "/console/template.xhtml", "/any.xhtml"})
    void viewsAreNotReachedByTheirOwnNames(String path) {
        get(Callers.owner(WORKSPACE), path);
        assertThat(refusal()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(passed).isFalse();
    }

    @Test
    void whoIsNotSignedInIsAskedToAndComesBack() {
        get(Caller.ANONYMOUS, "/w/any/settings");
        assertThat(noted).containsExactly("to /sign-in?return=%2Fw%2Fany%2Fsettings%3Fa%3D1%26b%3D%C3%B6");
        assertThat(forwarded).isEmpty();
    }

    @Test
    void whoIsNotSignedInChangesNothing() {
        go(Caller.ANONYMOUS, "POST", "/w/any/settings", Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(refusal()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource({"PUT, same-origin, ", "PUT, cross-site, FORBIDDEN", "GET, same-origin, METHOD_NOT_ALLOWED"})
    void actionsAreHeldToTheirMethodsAndToOurPages(String method, String site, @Nullable ErrorCode code) {
        Caller owner = Callers.owner(WORKSPACE);
        Map<String, String> headers = new HashMap<>();
        headers.put("Sec-Fetch-Site", site);
        go(owner, method, "/w/" + alias(owner) + "/drafts/stay", headers);
        assertThat(refusal()).isEqualTo(code);
        assertThat(served).isEqualTo(code == null ? List.of("stay") : List.of());
    }

    @Test
    void anActionNeedsItsPermission() {
        Caller auditor = Callers.member(WORKSPACE, Role.AUDITOR);
        go(auditor, "PUT", "/w/" + alias(auditor) + "/drafts/stay", Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(refusal()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(served).isEmpty();
    }

    @Test
    void aFormFromElsewhereIsRefusedAlsoOutsideOfWorkspaces() {
        go(Callers.operator(), "POST", "/workspaces/new", Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(refusal()).isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void whatIsNotTheConsolesIsLeftAlone() {
        get(Caller.ANONYMOUS, "/s/a-public-link");
        assertThat(passed).isTrue();
        assertThat(refused).isEmpty();
    }
}
