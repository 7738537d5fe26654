package org.entezar.relationship;

import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.Collection;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
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
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.Members;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.OwnRoleDoor;
import org.entezar.workspace.OwnRoles;
import org.entezar.workspace.Workspaces;

/** A workspace on a real database with a campaign that answers can be sent to, and one member of each role. */
final class RelationshipFixture implements AutoCloseable {

    final TestDatabase database = TestDatabase.create();
    final Uuids ids = new Uuids(Clock.systemUTC());
    final WorkspaceId workspace = new WorkspaceId(ids.next());
    final Caller owner = Callers.owner(workspace);
    final Caller frontline = Callers.member(workspace, Role.FRONTLINE);
    final Work work = database.work();
    final Map<WorkspaceId, List<Directory.Member>> people = new HashMap<>();
    final Directory directory = directory();
    final Jobs jobs = new Jobs(work, ids, 1);
    final Workspaces workspaces = new Workspaces(work, directory, Set.of());
    final Questionnaires questionnaires = new Questionnaires(work);
    final Categories categories = new Categories(work);
    final PersonalKeys keys = new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]);
    final Collection collection = new Collection(work, workspaces, questionnaires, jobs, keys, ids, Clock.systemUTC());
    final OwnRoles ownRoles = new OwnRoles(work, directory, new OwnRoleDoor(work));
    final Cases cases = new Cases(work, new Members(work, directory), ownRoles, categories, collection, keys, ids);
    final Campaign campaign;

    RelationshipFixture() {
        campaign = enter(workspace, "aria-hotel");
    }

    /** Founds a workspace with a member of each role, and opens a campaign there. */
    Campaign enter(WorkspaceId id, String alias) {
        people.put(
                id,
                List.of(Role.values()).stream()
                        .map(role -> new Directory.Member(
                                Callers.member(id, role).subject(), role.key(), role.key(), "", Set.of(role)))
                        .toList());
        workspaces.register(
                id,
                new NewWorkspace(
                        alias,
                        LocalizedText.of("en", "Aria"),
                        List.of("en"),
                        "Asia/Tehran",
                        Set.of(),
                        Optional.empty()));
        Questionnaire draft = Json.readInput("""
                {"key":"stay","title":{"en":"Your stay"},"languages":["en"],"sections":[{"key":"s1","items":[
                  {"key":"why","type":"text","text":{"en":"Why?"},"max":400}]}]}""".getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        Caller founder = Callers.owner(id);
        questionnaires.create(founder, id, draft);
        questionnaires.publish(founder, id, draft.key());
        return campaign(id);
    }

    Campaign campaign(WorkspaceId id) {
        return collection
                .campaigns()
                .create(Callers.owner(id), id, NewCampaign.of("stay", 1, LocalizedText.of("en", "Spring")));
    }

    ResponseId send(WorkspaceId id, Campaign to) {
        return collection
                .responses()
                .submit(Callers.owner(id), id, to.id(), NewResponse.of(Map.of("why", TextNode.valueOf("It was late"))))
                .id();
    }

    private Directory directory() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    if (method.getName().endsWith("embers")) {
                        return people.getOrDefault((WorkspaceId) arguments[0], List.of());
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A text out of the database, seen by the superuser, who sees every workspace. */
    String read(String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path to entezar");
            StringBuilder all = new StringBuilder();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    all.append(rows.getString(1)).append('\n');
                }
            }
            return all.toString();
        }
    }

    @Override
    public void close() {
        jobs.close();
        collection.close();
        database.close();
    }
}
