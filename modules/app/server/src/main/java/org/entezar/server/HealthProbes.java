package org.entezar.server;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.health.Finding;
import org.entezar.platform.health.Finding.State;
import org.entezar.platform.health.Health;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/** What an operator is told of this installation's parts. Counts over workspaces, never what is in them. */
final class HealthProbes {

    private static final long SLOW_MILLIS = 500;
    private static final long MEGABYTE = 1_000_000;
    private static final long LITTLE_MEGABYTES = 2_000;
    private static final long MANY_UNSEALED = 50_000;
    private static final long NANOS = 1_000_000;

    private final Composition composition;
    private final Work work;

    private HealthProbes(Composition composition) {
        this.composition = composition;
        this.work = composition.work();
    }

    static Health of(Composition composition, Path data) {
        HealthProbes probes = new HealthProbes(composition);
        return new Health(List.of(
                new Health.Probe("database", probes::database),
                new Health.Probe("identity", probes::identity),
                new Health.Probe("mail", probes::mail),
                new Health.Probe("disk", () -> disk(data)),
                new Health.Probe("sealing", probes::sealing)));
    }

    private Finding database() {
        long began = System.nanoTime();
        work.global(handle -> handle.execute("select 1"));
        long millis = (System.nanoTime() - began) / NANOS;
        return new Finding(
                "database", millis > SLOW_MILLIS ? State.STRAINED : State.WELL, Map.of("answerMillis", millis));
    }

    private Finding identity() {
        long began = System.nanoTime();
        boolean there = composition.identity().isReachable();
        long millis = (System.nanoTime() - began) / NANOS;
        return new Finding("identity", there ? State.WELL : State.DOWN, Map.of("answerMillis", millis));
    }

    private Finding mail() {
        long waiting =
                sum(tx -> count(tx, "select count(*) from mail where workspace_id = :workspace and state = 'WAITING'"));
        long failed =
                sum(tx -> count(tx, "select count(*) from mail where workspace_id = :workspace and state = 'FAILED'"));
        Map<String, Long> facts = new LinkedHashMap<>();
        facts.put("waiting", waiting);
        facts.put("failed", failed);
        boolean sends = composition.outbox().sends();
        return new Finding("mail", !sends || failed > 0 ? State.STRAINED : State.WELL, facts);
    }

    private static Finding disk(Path data) {
        File folder = data.toFile();
        Map<String, Long> facts = new LinkedHashMap<>();
        facts.put("freeMegabytes", folder.getUsableSpace() / MEGABYTE);
        facts.put("totalMegabytes", folder.getTotalSpace() / MEGABYTE);
        return new Finding(
                "disk", folder.getUsableSpace() / MEGABYTE < LITTLE_MEGABYTES ? State.STRAINED : State.WELL, facts);
    }

    private Finding sealing() {
        long waiting = sum(
                tx -> count(
                        tx,
                        "select coalesce(sum(octet_length(response_ids) / 16), 0) from response_unsealed where workspace_id = :workspace"));
        return new Finding(
                "sealing", waiting > MANY_UNSEALED ? State.STRAINED : State.WELL, Map.of("waitingResponses", waiting));
    }

    private long sum(ToLongFunction<Tx> counted) {
        long sum = 0;
        for (WorkspaceId workspace : composition.workspaces().all()) {
            sum += work.read(
                    Caller.product("health", workspace), workspace, Permission.WORKSPACE_READ, counted::applyAsLong);
        }
        return sum;
    }

    private static long count(Tx tx, String query) {
        return tx.handle()
                .createQuery(query)
                .bind("workspace", tx.workspace().value())
                .mapTo(Long.class)
                .one();
    }
}
