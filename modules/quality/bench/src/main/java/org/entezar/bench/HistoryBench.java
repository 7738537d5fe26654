package org.entezar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.entezar.audit.Audit;
import org.entezar.audit.CheckpointPlan;
import org.entezar.audit.EvidencePeriod;
import org.entezar.audit.HistoryFilter;
import org.entezar.collection.Campaign;
import org.entezar.collection.Collection;
import org.entezar.collection.LineResult;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Merkle;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/**
 * What history costs and how fast it is proved: {@code HistoryBench [responses] [changes]}. Everything is the product's
 * own, on a real PostgreSQL, without the web server around it. Processor time is that of this JVM and of its PostgreSQL
 * together.
 */
public final class HistoryBench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int ITEMS = 22;
    private static final int PART = 2_000;
    private static final int PROOFS = 300;
    private static final int ROUNDS = 10;
    private static final int WARM = 30_000;

    private final TestDatabase database = TestDatabase.create();
    private final Clock clock = Clock.systemUTC();
    private final Uuids ids = new Uuids(clock);
    private final Work work = database.work(clock);
    private final Jobs jobs = new Jobs(work, ids, 1);
    private final Workspaces workspaces = new Workspaces(work, nobody(), Set.of());
    private final Questionnaires questionnaires = new Questionnaires(work);
    private final Collection collection = new Collection(
            work, workspaces, questionnaires, jobs, new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]), ids, clock);
    private final WorkspaceId workspace = new WorkspaceId(ids.next());
    private final Caller owner = Callers.owner(workspace);
    private final Random random = new Random(7);
    private final Path folder;
    private final Audit audit;

    private HistoryBench() throws IOException {
        folder = Files.createTempDirectory("entezar-bench-");
        audit = new Audit(
                work,
                collection.sealedResponses(),
                jobs,
                folder,
                folder.resolve("archives"),
                CheckpointPlan.USUAL,
                clock);
    }

    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int changes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        new HistoryBench().run(responses, changes);
        System.exit(0);
    }

    private interface Body {
        void run() throws Exception;
    }

    /** Processor time so far. */
    private record Cpu(double server, double database) {
        static final Cpu NONE = new Cpu(0, 0);

        static Cpu now() {
            double jvm = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                            .getProcessCpuTime()
                    / 1e6;
            double postgres = ProcessHandle.current()
                    .descendants()
                    .mapToDouble(process -> CpuTime.seconds(process.pid()) * 1_000)
                    .sum();
            return new Cpu(jvm, postgres);
        }

        Cpu plus(Cpu other) {
            return new Cpu(server + other.server, database + other.database);
        }

        Cpu minus(Cpu other) {
            return new Cpu(server - other.server, database - other.database);
        }

        double total() {
            return server + database;
        }

        String each(long operations) {
            return String.format(
                    "%8.4f CPU-ms each (%.4f server, %.4f database)",
                    total() / operations, server / operations, database / operations);
        }
    }

    private static void measure(String what, long operations, Body body) throws Exception {
        Cpu cpu = Cpu.now();
        long began = System.nanoTime();
        body.run();
        double millis = (System.nanoTime() - began) / 1e6;
        OUT.printf(
                "%-46s %,9d   %10.1f ms   %8.4f ms each   %s%n",
                what,
                operations,
                millis,
                millis / operations,
                Cpu.now().minus(cpu).each(operations));
    }

    private void run(int responses, int changes) throws Exception {
        Instant begun = clock.instant();
        workspaces.register(
                workspace,
                new NewWorkspace(
                        "bench", LocalizedText.of("en", "Bench"), List.of("en"), "UTC", Set.of(), Optional.empty()));
        Questionnaire document = questionnaire();
        questionnaires.create(owner, workspace, document);
        questionnaires.publish(owner, workspace, document.key());
        Campaign campaign = collection
                .campaigns()
                .create(owner, workspace, NewCampaign.of(document.key(), 1, LocalizedText.of("en", "Bench")));
        List<ResponseId> sent = new ArrayList<>();
        send(campaign, PART, sent);
        collection.sealedResponses().sealNow(owner, workspace);
        costOfAnEntry(changes);
        leaves(20_000);
        int forms = Math.min(responses, 100_000);
        measure("canonical form and leaf of a response", forms, () -> leaves(forms));
        measure("a response stored and listed, many at once", responses, () -> send(campaign, responses, sent));
        measure("sealing what still waits, a response", responses, () -> collection
                .sealedResponses()
                .sealNow(owner, workspace));
        measure("the checkpoint over all of it", 1, () -> audit.checkpoints().take(owner, workspace));
        measure("the proof of a response", PROOFS, () -> {
            for (int i = 0; i < PROOFS; i++) {
                ResponseId one = sent.get(random.nextInt(sent.size()));
                if (!audit.proofs()
                        .response(owner, workspace, one)
                        .proof()
                        .orElseThrow()
                        .holds()) {
                    throw new AssertionError("A proof does not hold");
                }
            }
        });
        measure("a page of 50 entries of the timeline", PROOFS, () -> {
            for (int i = 0; i < PROOFS; i++) {
                audit.history()
                        .entries(owner, workspace, HistoryFilter.ALL, Optional.of(random.nextLong(50, changes)), 50);
            }
        });
        HistoryFilter ended = period(
                begun,
                clock.instant().minus(Duration.between(begun, clock.instant()).dividedBy(2)));
        measure("a page of 50 of a period that ended long ago", PROOFS, () -> {
            for (int i = 0; i < PROOFS; i++) {
                audit.history().entries(owner, workspace, ended, Optional.empty(), 50);
            }
        });
        Path archive = folder.resolve("evidence.zip");
        measure("the archive of all of it", 1, () -> export(archive));
        OUT.printf("the archive has %,d bytes%n", Files.size(archive));
        for (int round = 0; round < 3; round++) {
            measure("verifying the archive, the program begun anew", 1, () -> verify(archive));
        }
        measure("comparing what figures are read from", responses, () -> {
            if (collection.sealedResponses().compareVectors(owner, workspace, 1).count() != 0) {
                throw new AssertionError("A vector is not that of its response");
            }
        });
        jobs.close();
        collection.close();
        database.close();
    }

    /**
     * The same transaction with and without its entry, turn about, so that what else the machine does weighs on both
     * alike.
     */
    private void costOfAnEntry(int changes) throws SQLException {
        int part = Math.max(1, changes / ROUNDS);
        for (int warm = 0; warm < WARM; warm++) {
            row(warm, false);
            row(warm, true);
        }
        Cpu without = Cpu.NONE;
        Cpu with = Cpu.NONE;
        for (int round = 0; round < ROUNDS; round++) {
            Cpu began = Cpu.now();
            for (int i = 0; i < part; i++) {
                row(i, false);
            }
            Cpu between = Cpu.now();
            for (int i = 0; i < part; i++) {
                row(i, true);
            }
            without = without.plus(between.minus(began));
            with = with.plus(Cpu.now().minus(between));
        }
        int each = part * ROUNDS;
        told("a change that writes a row, without history", each, without);
        told("a change that writes a row and its entry", each, with);
        Cpu entry = with.minus(without);
        told("so history costs", each, entry);
        CpuTime plain = PlainInsert.measure(4_000, "{\"state\":\"" + "x".repeat(600) + "\"}")
                .cpu();
        double yardstick = plain.database() * 1_000 / 4_000;
        OUT.printf(
                "%-46s %,9d   %8.4f CPU-ms each; an entry is %.2f of them%n",
                "plain PostgreSQL insert, the yardstick", 4_000, yardstick, entry.total() / each / yardstick);
    }

    private static void told(String what, int operations, Cpu cpu) {
        OUT.printf("%-46s %,9d   %s%n", what, operations, cpu.each(operations));
    }

    private void row(int number, boolean entry) {
        work.append(owner, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            int rows = tx.handle()
                    .createUpdate("""
                            insert into history_anchor (workspace_id, target, size, failures)
                            values (:workspace, 'bench', 0, 0)
                            on conflict (workspace_id, target) do update set failures = history_anchor.failures + 1""")
                    .bind("workspace", workspace.value())
                    .execute();
            if (entry) {
                tx.record(
                        Change.changed("bench.changed", "bench/" + number, Map.of("n", number), Map.of("n", -number)));
            }
            return rows;
        });
    }

    private void leaves(int count) {
        ObjectNode form = Canonical.object();
        ObjectNode given = form.putObject("answers");
        answers().forEach(given::set);
        form.put("campaign", workspace.toString()).put("id", workspace.toString());
        form.putObject("context").put("segment", "family");
        form.put("receivedAt", clock.instant().toString())
                .put("submittedAt", clock.instant().toString());
        Set<Hash> leaves = new HashSet<>();
        for (int i = 0; i < count; i++) {
            form.put("version", i);
            leaves.add(Merkle.leaf(Canonical.bytes(form)));
        }
        if (leaves.size() != count) {
            throw new AssertionError("Two forms have one leaf");
        }
    }

    private void send(Campaign campaign, int count, List<ResponseId> sent) {
        for (int done = 0; done < count; done += PART) {
            List<NewResponse> part = new ArrayList<>();
            for (int i = 0; i < Math.min(PART, count - done); i++) {
                part.add(NewResponse.of(answers()));
            }
            collection.responses().submitMany(owner, workspace, campaign.id(), part).stream()
                    .map(LineResult::id)
                    .flatMap(Optional::stream)
                    .forEach(sent::add);
        }
    }

    private Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new HashMap<>();
        for (int i = 1; i <= ITEMS; i++) {
            ObjectNode facets = Json.mapper().createObjectNode();
            answers.put(
                    "sq" + i, facets.put("expected", 1 + random.nextInt(7)).put("perceived", 1 + random.nextInt(7)));
        }
        return answers;
    }

    private static Questionnaire questionnaire() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= ITEMS; i++) {
            items.append(i == 1 ? "" : ",")
                    .append("{\"key\":\"sq")
                    .append(i)
                    .append("\",\"text\":{\"en\":\"Item\"},\"facets\":[\"expected\",\"perceived\"],")
                    .append("\"scale\":{\"min\":1,\"max\":7}}");
        }
        String json = "{\"key\":\"bench\",\"title\":{\"en\":\"Bench\"},\"languages\":[\"en\"],\"sections\":["
                + "{\"key\":\"s\",\"items\":[" + items + "]}]}";
        return Json.readInput(json.getBytes(StandardCharsets.UTF_8), Questionnaire.class);
    }

    private static HistoryFilter period(Instant from, Instant to) {
        return new HistoryFilter(
                Optional.of(from),
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** As an auditor does; its processor time is another process' and not counted. */
    private static void verify(Path archive) throws Exception {
        Path verifier =
                Path.of(System.getProperty("entezar.root", "."), "modules/app/verifier/target/entezar-verify.jar");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        verifier.toString(),
                        archive.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("The archive does not hold");
        }
    }

    private void export(Path archive) throws Exception {
        Job job = audit.exports().begin(owner, workspace, EvidencePeriod.ALL);
        CountDownLatch ended = new CountDownLatch(1);
        try (Jobs.Subscription following = jobs.follow(owner, workspace, job.id(), now -> {
            if (now.state().isEnd()) {
                ended.countDown();
            }
        })) {
            ended.await();
            OUT.flush();
        }
        try (InputStream content =
                audit.exports().take(owner, workspace, job.id()).content().get()) {
            Files.copy(content, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Directory nobody() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("no identity provider here");
                });
    }
}
