package org.entezar.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.Collection;
import org.entezar.collection.LineResult;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.SigningKey;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/** A workspace with a campaign on a real database, its history, and a way behind the product's back. */
final class AuditFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-21T08:00:00Z");

    final TestDatabase database = TestDatabase.create();
    final Uuids ids = new Uuids(Clock.systemUTC());
    final WorkspaceId workspace = new WorkspaceId(ids.next());
    final Caller owner = Callers.owner(workspace);
    final Caller auditor = Callers.member(workspace, Role.AUDITOR);
    final SetClock clock = new SetClock();
    final Work work = database.work(clock);
    final Path folder;
    final Jobs jobs = new Jobs(work, ids, 1);
    final Workspaces workspaces = new Workspaces(work, nobody(), Set.of());
    final Questionnaires questionnaires = new Questionnaires(work);
    final PersonalKeys keys = new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]);
    final Collection collection = new Collection(work, workspaces, questionnaires, jobs, keys, ids, clock);
    final Audit audit;
    final Campaign campaign;

    AuditFixture() {
        try {
            folder = Files.createTempDirectory("entezar-audit-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        audit = audit(folder, jobs, CheckpointPlan.USUAL);
        enter(workspace, "aria-hotel");
        Questionnaire draft = Json.readInput("""
                {"key":"stay","title":{"en":"Your stay"},"languages":["en"],"sections":[{"key":"s1","items":[
                  {"key":"sq01","text":{"en":"Kept its word"},"facets":["expected","perceived"],
                   "scale":{"min":1,"max":7}},
                  {"key":"why","type":"text","text":{"en":"Why?"},"max":400},
                  {"key":"spent","type":"number","text":{"en":"Spent?"},"min":0,"max":100000}]}]}""".getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        questionnaires.create(owner, workspace, draft);
        questionnaires.publish(owner, workspace, draft.key());
        campaign = collection
                .campaigns()
                .create(owner, workspace, NewCampaign.of(draft.key(), 1, LocalizedText.of("en", "Spring")));
    }

    /** The feature with its keys in another folder, as after a loss; with threads of its own for its jobs. */
    Audit audit(Path secrets) {
        return audit(secrets, new Jobs(work, ids, 1), CheckpointPlan.USUAL);
    }

    Audit audit(Path secrets, Jobs jobs, CheckpointPlan plan) {
        return new Audit(work, collection.sealedResponses(), jobs, secrets, secrets.resolve("archives"), plan, clock);
    }

    void enter(WorkspaceId id, String alias) {
        workspaces.register(
                id,
                new NewWorkspace(
                        alias,
                        LocalizedText.of("en", "Aria"),
                        List.of("en"),
                        "Asia/Tehran",
                        Set.of(),
                        Optional.empty()));
    }

    ResponseId send(String answers) {
        return collection
                .responses()
                .submit(owner, workspace, campaign.id(), NewResponse.of(answers(answers)))
                .id();
    }

    /** Many at once, which are committed together. */
    List<ResponseId> send(int count) {
        List<NewResponse> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            responses.add(new NewResponse(
                    Optional.empty(),
                    Optional.of(START.minusSeconds(i * 3_600L)),
                    Optional.of("en"),
                    Map.of("segment", "s" + i % 3),
                    answers("{'sq01':{'expected':" + (i % 7 + 1) + ",'perceived':" + (i % 5 + 1) + "},'why':'انتظار "
                            + i + "','spent':" + i + ".25}")));
        }
        return collection.responses().submitMany(owner, workspace, campaign.id(), responses).stream()
                .map(LineResult::id)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static Map<String, JsonNode> answers(String json) {
        return Json.mapper()
                .convertValue(
                        Json.parse(json.replace('\'', '"')), new TypeReference<LinkedHashMap<String, JsonNode>>() {});
    }

    long seal() {
        return collection.sealedResponses().sealNow(owner, workspace);
    }

    /** Some responses, sealed, and a checkpoint over all. */
    List<ResponseId> sealedAndSigned(int count) {
        List<ResponseId> sent = send(count);
        seal();
        audit.checkpoints().take(owner, workspace);
        return sent;
    }

    /** What this installation's checkpoint would be had it been of that workspace, signed with the present key. */
    SignedCheckpoint checkpointFor(WorkspaceId other, SignedCheckpoint like) throws IOException {
        SigningKey key = SigningKey.load(Files.readString(folder.resolve("evidence-signing.key")));
        Checkpoint state = like.checkpoint();
        return SignedCheckpoint.sign(
                new Checkpoint(
                        other.toString(),
                        state.size(),
                        state.head(),
                        state.root(),
                        state.previous(),
                        state.at(),
                        key.verifying().id()),
                key);
    }

    /** Straight in the database, past every rule of the product; returns how many rows that changed. */
    int behindTheBack(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            return statement.executeUpdate(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        jobs.close();
        collection.close();
        database.close();
    }

    /** A clock that stands until it is set. */
    static final class SetClock extends Clock {
        private volatile Instant now = START;

        void set(Instant time) {
            now = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Nobody is looked up here: workspaces are registered as the demo's are. */
    static Directory nobody() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("no identity provider in this test");
                });
    }
}
