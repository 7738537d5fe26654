package org.entezar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepeatedRequestsIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static TestDatabase database;

    private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    private final Caller owner = Callers.owner(workspace);
    private final AtomicInteger times = new AtomicInteger();
    private final Work work = database.work(Clock.fixed(NOON, ZoneOffset.UTC));
    private final RepeatedRequests requests = new RepeatedRequests(work);

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private Created create() {
        return create(work);
    }

    private Created create(Work in) {
        return in.change(owner, workspace, Permission.QUESTIONNAIRE_EDIT, tx -> {
            tx.record(Change.noted("thing.created", "thing"));
            return Created.at("/things/" + times.incrementAndGet(), "thing", "etag");
        });
    }

    private Created send(RepeatedRequests to, String key, Object request) {
        return to.once(owner, workspace, Permission.QUESTIONNAIRE_EDIT, key, request, this::create);
    }

    private long historyEntries() {
        return work.read(owner, workspace, Permission.HISTORY_READ, tx -> tx.handle()
                .createQuery("select count(*) from history_entry where workspace_id = :w")
                .bind("w", workspace.value())
                .mapTo(Long.class)
                .one());
    }

    @Test
    void theSameRequestAgainIsAnsweredAgainAndDoneOnce() {
        Created first = send(requests, "k1", "body");
        assertThat(send(requests, "k1", "body")).isEqualTo(first);
        assertThat(times).hasValue(1);
        assertThat(historyEntries()).isEqualTo(1);
        assertThat(send(requests, "k2", "body")).isNotEqualTo(first);
    }

    @Test
    void theSameKeyWithAnotherRequestIsAMistake() {
        send(requests, "k1", "body");
        assertThatThrownBy(() -> send(requests, "k1", "other"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThatThrownBy(() -> send(requests, "no spaces", "body")).isInstanceOf(Problem.class);
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        assertThatThrownBy(() -> requests.once(owner, workspace, Permission.QUESTIONNAIRE_EDIT, "k1", "body", () -> {
                    create();
                    throw new Problem(ErrorCode.CONFLICT);
                }))
                .isInstanceOf(Problem.class);
        assertThat(historyEntries()).isZero();
        assertThat(send(requests, "k1", "body").location()).isEqualTo("/things/2");
    }

    @Test
    void ofTwoAtOnceTheSecondGetsTheFirstOnesAnswer() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Created>> answers = List.of(1, 2).stream()
                    .map(number -> two.submit(() -> {
                        start.await();
                        return send(requests, "k1", "body");
                    }))
                    .toList();
            start.countDown();
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
            assertThat(historyEntries()).isEqualTo(1);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aDayLaterTheKeyIsForgotten() {
        Created first = send(requests, "k1", "body");
        Work tomorrow = database.work(Clock.fixed(NOON.plus(Duration.ofHours(25)), ZoneOffset.UTC));
        Created second = new RepeatedRequests(tomorrow)
                .once(owner, workspace, Permission.QUESTIONNAIRE_EDIT, "k1", "body", () -> create(tomorrow));
        assertThat(second).isNotEqualTo(first);
    }
}
