package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.entezar.collection.CollectionFixture.Tenant;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is acknowledged is stored, once, in its own workspace, whatever happens beside it. */
class GroupCommitIT {

    private static final String GOOD = "{\"sq01\":{\"expected\":6,\"perceived\":4},\"nps\":9}";

    private CollectionFixture fixture;
    private ExecutorService pool;

    @BeforeEach
    void start() {
        fixture = new CollectionFixture();
        pool = Executors.newFixedThreadPool(24);
    }

    @AfterEach
    void stop() throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        fixture.close();
    }

    private Receipt submit(Tenant tenant, Campaign campaign, NewResponse response) {
        return fixture.collection.responses().submit(tenant.owner(), tenant.workspace(), campaign.id(), response);
    }

    @Test
    void duplicatesAtTheSameTimeCountOnce() throws Exception {
        Tenant hotel = fixture.tenant();
        Campaign campaign = fixture.campaign(hotel);
        int responses = 60;
        int copies = 8;
        AtomicInteger first = new AtomicInteger();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < responses; i++) {
            ResponseId id = fixture.id();
            for (int copy = 0; copy < copies; copy++) {
                calls.add(() -> {
                    if (!submit(hotel, campaign, Stay.response(id, GOOD)).duplicate()) {
                        first.incrementAndGet();
                    }
                    return null;
                });
            }
        }
        java.util.Collections.shuffle(calls, new java.util.Random(7));
        for (Future<Void> one : pool.invokeAll(calls)) {
            one.get();
        }
        assertThat(first).hasValue(responses);
        assertThat(fixture.count("select count(*) from response")).isEqualTo(responses);
        assertThat(fixture.count("select count(*) from response_vector")).isEqualTo(responses);
    }

    @Test
    void oneBadRowFailsAlone() throws Exception {
        Tenant hotel = fixture.tenant();
        Campaign campaign = fixture.campaign(hotel);
        // A row that only the database refuses, so that it reaches the writer and breaks its group.
        fixture.execute("alter table response add constraint no_poison check (not (context ? 'poison'))");
        NewResponse poison = new NewResponse(
                Optional.empty(), Optional.empty(), Optional.empty(), Map.of("poison", "1"), Stay.answers(GOOD));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        // While this holds the table, submits gather into groups.
        Future<?> blocker = pool.submit(() -> {
            try (Connection connection = fixture.database.asSuperuser();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table entezar.response in exclusive mode");
                begun.countDown();
                released.await();
                connection.commit();
            }
            return null;
        });
        begun.await();
        List<Future<Receipt>> good = new ArrayList<>();
        List<Future<Receipt>> bad = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            if (i % 5 == 3) {
                bad.add(pool.submit(() -> submit(hotel, campaign, poison)));
            } else {
                good.add(pool.submit(() -> submit(hotel, campaign, Stay.response(GOOD))));
            }
        }
        released.countDown();
        blocker.get();
        for (Future<Receipt> one : good) {
            assertThat(one.get().duplicate()).isFalse();
        }
        for (Future<Receipt> one : bad) {
            assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(fixture.count("select count(*) from response")).isEqualTo(good.size());
    }

    @Test
    void nothingIsAcknowledgedBeforeItsCommitAndNothingAcknowledgedIsLost() throws Exception {
        Tenant hotel = fixture.tenant();
        Campaign campaign = fixture.campaign(hotel);
        Map<ResponseId, Future<Receipt>> running = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            ResponseId id = fixture.id();
            running.put(id, pool.submit(() -> submit(hotel, campaign, Stay.response(id, GOOD))));
            if (i % 60 == 30) {
                // Takes the server's connections away in the middle of whatever they do.
                killConnections();
            }
        }
        List<ResponseId> acknowledged = new ArrayList<>();
        for (Map.Entry<ResponseId, Future<Receipt>> one : running.entrySet()) {
            try {
                one.getValue().get();
                acknowledged.add(one.getKey());
            } catch (ExecutionException refused) {
                assertThat(refused.getCause()).isInstanceOf(Problem.class);
            }
        }
        assertThat(acknowledged).isNotEmpty();
        for (ResponseId id : acknowledged) {
            assertThat(fixture.count("select count(*) from response r join response_vector v on v.response_id = r.id"
                            + " and v.workspace_id = r.workspace_id where r.id = '" + id + "'"))
                    .isEqualTo(1);
        }
        // Whoever was refused sends the same again, and it counts once.
        for (ResponseId id : running.keySet()) {
            submit(hotel, campaign, Stay.response(id, GOOD));
        }
        assertThat(fixture.count("select count(*) from response")).isEqualTo(600);
        assertThat(fixture.count("select count(*) from response_vector")).isEqualTo(600);
    }

    private void killConnections() throws SQLException {
        fixture.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where usename = 'entezar_server' and datname = current_database()");
    }

    @Test
    void closingStoresWhatWaitsAndTakesNoMore() throws Exception {
        Tenant hotel = fixture.tenant();
        Campaign campaign = fixture.campaign(hotel);
        List<Future<Receipt>> running = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            running.add(pool.submit(() -> submit(hotel, campaign, Stay.response(GOOD))));
        }
        fixture.collection.close();
        int stored = 0;
        for (Future<Receipt> one : running) {
            try {
                one.get(20, TimeUnit.SECONDS);
                stored++;
            } catch (ExecutionException refused) {
                assertThat(refused.getCause())
                        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                                .isEqualTo(ErrorCode.OVERLOADED));
            }
        }
        assertThat(fixture.count("select count(*) from response")).isEqualTo(stored);
        assertThatThrownBy(() -> submit(hotel, campaign, Stay.response(GOOD))).isInstanceOf(Problem.class);
    }

    @Test
    void manyWorkspacesUnderLoadNeverMix() throws Exception {
        int tenants = 12;
        int each = 60;
        List<Tenant> all = new ArrayList<>();
        Map<Tenant, Campaign> campaigns = new HashMap<>();
        for (int i = 0; i < tenants; i++) {
            Tenant tenant = fixture.tenant();
            all.add(tenant);
            campaigns.put(tenant, fixture.campaign(tenant));
        }
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < tenants * each; i++) {
            int number = i % tenants;
            Tenant tenant = all.get(number);
            calls.add(() -> {
                submit(
                        tenant,
                        campaigns.get(tenant),
                        new NewResponse(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("segment", "w" + number),
                                Stay.answers(GOOD)));
                // Read on another connection of the pool, without naming the workspace: the second wall alone.
                List<String> seen =
                        fixture.work.read(tenant.owner(), tenant.workspace(), Permission.INSIGHT_READ, tx -> tx.handle()
                                .createQuery("select distinct segment from response_vector")
                                .mapTo(String.class)
                                .list());
                assertThat(seen).containsExactly("w" + number);
                return null;
            });
        }
        java.util.Collections.shuffle(calls, new java.util.Random(11));
        for (Future<Void> one : pool.invokeAll(calls)) {
            one.get();
        }
        for (int i = 0; i < tenants; i++) {
            assertThat(fixture.count("select count(*) from response where workspace_id = '"
                            + all.get(i).workspace() + "' and context ->> 'segment' = 'w" + i + "'"))
                    .isEqualTo(each);
        }
        assertThat(fixture.count("select count(*) from response")).isEqualTo((long) tenants * each);
        for (String table : List.of("response", "response_vector", "campaign")) {
            assertThat(fixture.work.<Long>global(handle -> handle.createQuery("select count(*) from " + table)
                            .mapTo(Long.class)
                            .one()))
                    .as("%s without a workspace", table)
                    .isZero();
        }
    }
}
