package org.entezar.insight;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/** A workspace on a real database with a published questionnaire and a campaign that answers can be sent to. */
final class InsightFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-21T08:00:00Z");

    final TestDatabase database = TestDatabase.create();
    final Uuids ids = new Uuids(Clock.systemUTC());
    final WorkspaceId workspace = new WorkspaceId(ids.next());
    final Caller owner = Callers.owner(workspace);
    final Workspaces workspaces;
    final Questionnaires questionnaires;
    final Categories categories;
    final Jobs jobs;
    final Collection collection;
    final Insights insights;
    final KeptInsights kept;
    final SatisfactionHistories histories;
    final Campaign campaign;
    private final MovingClock clock = new MovingClock();

    /** @param document a questionnaire, in JSON; single quotes stand for double ones */
    InsightFixture(String document) {
        Work work = database.work(clock);
        jobs = new Jobs(work, ids, 1);
        workspaces = new Workspaces(work, new NoDirectory(), Set.of());
        questionnaires = new Questionnaires(work);
        categories = new Categories(work);
        collection = new Collection(
                work, workspaces, questionnaires, jobs, new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]), ids, clock);
        insights = new Insights(
                work, workspaces, categories, questionnaires, collection.campaigns(), collection.responses());
        kept = new KeptInsights(work, insights, collection.sealedResponses(), ids, "1.0");
        histories = new SatisfactionHistories(
                work, workspaces, categories, questionnaires, collection.campaigns(), collection.responses());
        workspaces.register(
                workspace,
                new NewWorkspace(
                        "aria-hotel",
                        LocalizedText.of("en", "Aria"),
                        List.of("en"),
                        "Asia/Tehran",
                        Set.of(),
                        Optional.empty()));
        Questionnaire draft =
                Json.readInput(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        questionnaires.create(owner, workspace, draft);
        questionnaires.publish(owner, workspace, draft.key());
        campaign = collection
                .campaigns()
                .create(owner, workspace, NewCampaign.of(draft.key(), 1, LocalizedText.of("en", "Spring")));
    }

    /** Sends the same answers several times, in the order of days before {@link #NOW}. */
    void send(int times, Instant submittedAt, String segment, String answers) {
        List<NewResponse> responses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            responses.add(new NewResponse(
                    Optional.empty(),
                    Optional.of(submittedAt.plusSeconds(i)),
                    Optional.empty(),
                    segment.isEmpty() ? Map.of() : Map.of("segment", segment),
                    answers(answers)));
        }
        send(responses);
    }

    void send(List<NewResponse> responses) {
        for (LineResult result : collection.responses().submitMany(owner, workspace, campaign.id(), responses)) {
            if (result.outcome() != LineResult.Outcome.ACCEPTED) {
                throw new AssertionError(result.toString());
            }
        }
    }

    static Map<String, JsonNode> answers(String json) {
        return Json.mapper()
                .convertValue(
                        Json.parse(json.replace('\'', '"')), new TypeReference<LinkedHashMap<String, JsonNode>>() {});
    }

    void setTime(Instant time) {
        clock.now = time;
    }

    Caller member(Role role) {
        return Callers.member(workspace, role);
    }

    Insight compute(InsightMethod method, Selection selection) {
        return insights.compute(owner, workspace, campaign.id(), method, selection);
    }

    @Override
    public void close() {
        jobs.close();
        collection.close();
        database.close();
    }

    /** Stands until it is set. */
    private static final class MovingClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Nobody is looked up here: workspaces are registered as the demo's are. */
    private static final class NoDirectory implements Directory {
        @Override
        public WorkspaceId createWorkspace(String alias, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeWorkspace(WorkspaceId workspace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Member> members(WorkspaceId workspace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Member addMember(WorkspaceId workspace, String login, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Welcome addMember(WorkspaceId workspace, Newcomer newcomer, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Member join(WorkspaceId workspace, String subject, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Member addMember(WorkspaceId workspace, Newcomer newcomer, String password, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Member assign(WorkspaceId workspace, String subject, Set<Role> roles) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeMember(WorkspaceId workspace, String subject) {
            throw new UnsupportedOperationException();
        }
    }
}
