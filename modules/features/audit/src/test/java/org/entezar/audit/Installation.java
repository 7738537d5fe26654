package org.entezar.audit;

import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Collection;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.Receipt;
import org.entezar.collection.ResponseId;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/** The product's faces over a database that may be killed; several processes may have one each over the same database. */
final class Installation implements AutoCloseable {

    final TestDatabase database;
    final Clock clock = Clock.systemUTC();
    final Uuids ids = new Uuids(clock);
    final Work work;
    final Jobs jobs;
    final Workspaces workspaces;
    final Questionnaires questionnaires;
    final Collection collection;
    final Audit audit;
    final WorkspaceId workspace;
    final Caller owner;

    Installation(TestDatabase database, Path folder, WorkspaceId workspace) {
        this.database = database;
        this.workspace = workspace;
        this.owner = Callers.owner(workspace);
        this.work = database.work(clock);
        this.jobs = new Jobs(work, ids, 1);
        this.workspaces = new Workspaces(work, AuditFixture.nobody(), Set.of());
        this.questionnaires = new Questionnaires(work);
        this.collection = new Collection(
                work, workspaces, questionnaires, jobs, new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]), ids, clock);
        this.audit = new Audit(
                work,
                collection.sealedResponses(),
                jobs,
                folder,
                folder.resolve("archives"),
                CheckpointPlan.USUAL,
                clock);
    }

    /** Registers the workspace and opens a campaign in it. */
    CampaignId found() {
        workspaces.register(
                workspace,
                new NewWorkspace(
                        "harbour",
                        LocalizedText.of("en", "Harbour"),
                        List.of("en"),
                        "UTC",
                        Set.of(),
                        Optional.empty()));
        Questionnaire draft = Json.readInput("""
                {"key":"visit","title":{"en":"Your visit"},"languages":["en"],"sections":[{"key":"s1","items":[
                  {"key":"spent","type":"number","text":{"en":"Spent?"},"min":0,"max":1000000}]}]}""".getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        questionnaires.create(owner, workspace, draft);
        questionnaires.publish(owner, workspace, draft.key());
        Campaign campaign = collection
                .campaigns()
                .create(owner, workspace, NewCampaign.of(draft.key(), 1, LocalizedText.of("en", "Spring")));
        return campaign.id();
    }

    Receipt send(CampaignId campaign, ResponseId id, int spent) {
        return collection
                .responses()
                .submit(
                        owner,
                        workspace,
                        campaign,
                        new NewResponse(
                                Optional.of(id),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Map.of("spent", IntNode.valueOf(spent))));
    }

    @Override
    public void close() {
        audit.close();
        jobs.close();
        collection.close();
        database.close();
    }
}
