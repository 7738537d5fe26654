package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.archive.Verdict;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes beside whom, and whatever breaks off: no gap, no fork, nothing lost, nothing sealed twice. */
class ManyWritersIT {

    private AuditFixture fixture;
    private ExecutorService writers;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        writers = Executors.newFixedThreadPool(64);
    }

    @AfterEach
    void stop() {
        writers.shutdownNow();
        fixture.close();
    }

    private void note(Caller caller, WorkspaceId workspace, int number) {
        fixture.work.change(caller, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            tx.record(Change.created("test.noted", "test/" + number, Map.of("n", number)));
            if (number % 3 == 0) {
                tx.handle(); // writes the entry now, which else waits for the commit
            }
            if (number % 7 == 3) {
                throw new IllegalStateException("rolled back");
            }
            return number;
        });
    }

    private static int succeeded(List<Future<Boolean>> all) throws InterruptedException {
        int count = 0;
        for (Future<Boolean> one : all) {
            try {
                count += one.get() ? 1 : 0;
            } catch (ExecutionException refused) {
                assertThat(refused.getCause()).isInstanceOf(RuntimeException.class);
            }
        }
        return count;
    }

    @Test
    void sixtyFourWritersOfOneWorkspaceLeaveOneChain() throws Exception {
        long before = fixture.count(
                "select max(sequence) from history_entry where workspace_id = '" + fixture.workspace + "'");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            int number = i;
            calls.add(() -> {
                note(fixture.owner, fixture.workspace, number);
                return true;
            });
        }
        int written = succeeded(writers.invokeAll(calls));
        assertThat(written).isBetween(400, 511);
        assertThat(fixture.audit
                        .checkpoints()
                        .take(fixture.owner, fixture.workspace)
                        .checkpoint()
                        .size())
                .isEqualTo(before + written);
    }

    @Test
    void manyWorkspacesAtOnceHaveAChainEach() throws Exception {
        List<WorkspaceId> workspaces = new ArrayList<>();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            WorkspaceId workspace = new WorkspaceId(fixture.ids.next());
            workspaces.add(workspace);
            for (int n = 0; n < 3; n++) {
                int number = n;
                calls.add(() -> {
                    note(Callers.owner(workspace), workspace, number);
                    return true;
                });
            }
        }
        java.util.Collections.shuffle(calls, new java.util.Random(5));
        assertThat(succeeded(writers.invokeAll(calls))).isEqualTo(600);
        for (WorkspaceId workspace : workspaces) {
            assertThat(fixture.audit
                            .checkpoints()
                            .take(Callers.owner(workspace), workspace)
                            .checkpoint()
                            .size())
                    .isEqualTo(3);
        }
    }

    /** Sixty-four threads, of one workspace and of two hundred others in one throng. */
    @Test
    void oneWorkspaceAndManyOthersAtOnce() throws Exception {
        List<WorkspaceId> others = new ArrayList<>();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            WorkspaceId other = new WorkspaceId(fixture.ids.next());
            others.add(other);
            int number = i;
            for (WorkspaceId one : List.of(fixture.workspace, other, fixture.workspace, other)) {
                calls.add(() -> {
                    note(Callers.owner(one), one, number - number % 7);
                    return true;
                });
            }
        }
        java.util.Collections.shuffle(calls, new java.util.Random(64));
        long before = fixture.count(
                "select max(sequence) from history_entry where workspace_id = '" + fixture.workspace + "'");
        assertThat(succeeded(writers.invokeAll(calls))).isEqualTo(800);
        for (WorkspaceId other : others) {
            assertThat(size(other)).isEqualTo(2);
        }
        assertThat(size(fixture.workspace)).isEqualTo(before + 400);
    }

    /** Entries of the workspace, each checked against its hash and the one before it on the way to a checkpoint. */
    private long size(WorkspaceId workspace) {
        return fixture.audit
                .checkpoints()
                .take(Callers.owner(workspace), workspace)
                .checkpoint()
                .size();
    }

    @Test
    void everyAcknowledgedResponseIsSealedOnceThoughConnectionsBreak() throws Exception {
        List<ResponseId> acknowledged = java.util.Collections.synchronizedList(new ArrayList<>());
        AtomicInteger sealers = new AtomicInteger();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int number = i;
            calls.add(() -> {
                if (number % 80 == 40) {
                    breakConnections();
                } else if (number % 20 == 10) {
                    sealers.incrementAndGet();
                    fixture.seal();
                } else {
                    acknowledged.add(fixture.send("{'spent':" + number + "}"));
                }
                return true;
            });
        }
        succeeded(writers.invokeAll(calls));
        leaveBrokenConnections();
        assertThat(acknowledged).isNotEmpty();
        assertThat(sealers).hasPositiveValue();
        Verdict verdict = Archives.verify(Archives.export(fixture, EvidencePeriod.ALL));
        assertThat(Archives.faults(verdict)).isEmpty();
        assertThat(verdict.responses()).isEqualTo(fixture.count("select count(*) from response"));
        assertThat(fixture.count("select count(*) from response_unsealed")).isZero();
        for (ResponseId one : acknowledged.subList(0, 20)) {
            assertThat(fixture.audit
                            .proofs()
                            .response(fixture.auditor, fixture.workspace, one)
                            .proof())
                    .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
        }
    }

    /** Whoever would borrow one of those would be told to come again; what is looked at here comes after that. */
    private void leaveBrokenConnections() throws SQLException {
        fixture.database
                .database()
                .dataSource()
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean()
                .softEvictConnections();
    }

    private void breakConnections() throws SQLException {
        fixture.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where usename = 'entezar_server' and datname = current_database()");
    }
}
