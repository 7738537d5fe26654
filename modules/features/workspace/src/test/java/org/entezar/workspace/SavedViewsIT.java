package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Views are a person's own, in one workspace. */
class SavedViewsIT {

    private static final String LIST = "campaigns/responses";

    private final WorkspaceId clinic = new WorkspaceId(UUID.randomUUID());
    private final WorkspaceId hotel = new WorkspaceId(UUID.randomUUID());
    private final Caller analyst = Callers.member(clinic, Role.ANALYST);
    private final Caller auditor = Callers.member(clinic, Role.AUDITOR);
    private static TestDatabase database;
    private static SavedViews views;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        views = new SavedViews(database.work(), new Uuids(Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aViewIsFoundAgainByWhoSavedItAndNobodyElse() {
        SavedView saved = views.save(analyst, clinic, LIST, "  Unhappy families ", "segment=families&sort=-submitted");

        assertThat(views.of(analyst, clinic, LIST)).containsExactly(saved);
        assertThat(saved.name()).isEqualTo("Unhappy families");
        assertThat(views.of(auditor, clinic, LIST)).isEmpty();
        assertThat(views.of(analyst, clinic, "campaigns/other")).isEmpty();
        assertRefused(() -> views.remove(auditor, clinic, saved.id()), ErrorCode.NOT_FOUND);
        assertRefused(() -> views.of(analyst, hotel, LIST), ErrorCode.WORKSPACE_NOT_FOUND);
        assertRefused(() -> views.remove(Callers.owner(hotel), hotel, saved.id()), ErrorCode.NOT_FOUND);
        assertThat(views.remove(analyst, clinic, saved.id())).isEqualTo(saved);
        assertThat(views.of(analyst, clinic, LIST)).isEmpty();
    }

    @Test
    void theSameNameReplacesAndTooManyAreRefused() {
        SavedView first = views.save(analyst, clinic, LIST, "A", "site=north");
        SavedView again = views.save(analyst, clinic, LIST, "A", "site=south");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(views.of(analyst, clinic, LIST)).containsExactly(again);
        for (int i = 1; i < SavedViews.MOST; i++) {
            views.save(analyst, clinic, LIST, "View " + i, "");
        }
        assertRefused(() -> views.save(analyst, clinic, LIST, "One more", ""), ErrorCode.INVALID);
        assertThat(views.save(analyst, clinic, LIST, "A", "").query()).isEmpty();
        assertThat(views.save(auditor, clinic, LIST, "One more", "").name()).isEqualTo("One more");
    }

    @Test
    void whatIsNoViewIsRefused() {
        assertRefused(() -> views.save(analyst, clinic, LIST, " ", ""), ErrorCode.INVALID);
        assertRefused(() -> views.save(analyst, clinic, LIST, "x".repeat(61), ""), ErrorCode.INVALID);
        assertRefused(() -> views.save(analyst, clinic, LIST, "a\0b", ""), ErrorCode.INVALID);
        assertRefused(() -> views.save(analyst, clinic, "//elsewhere.example", "A", ""), ErrorCode.MALFORMED_PARAMETER);
        assertRefused(
                () -> views.save(analyst, clinic, LIST, "A", "a=1\r\nSet-Cookie: x"), ErrorCode.MALFORMED_PARAMETER);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
