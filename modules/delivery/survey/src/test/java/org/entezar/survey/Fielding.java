package org.entezar.survey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entezar.collection.Campaign;
import org.entezar.collection.Channel;
import org.entezar.collection.Collection;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.StoredResponse;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.Brands;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Standings;
import org.entezar.workspace.Turnstile;
import org.entezar.workspace.Workspaces;

/** A workspace that fields questionnaires, on the real database, with the pages that respondents see. */
final class Fielding implements AutoCloseable {

    static final byte[] KEY = "an-entirely-made-up-key-for-tests".getBytes(StandardCharsets.US_ASCII);

    final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    final Caller owner = Callers.owner(workspace);
    final TestDatabase database = TestDatabase.create();
    final Jobs jobs;
    final Collection collection;
    final SurveyPages pages;
    private final Questionnaires questionnaires;
    final Brands brands;

    Fielding() {
        Clock clock = Clock.systemUTC();
        Work work = database.work(clock);
        Uuids ids = new Uuids(clock);
        questionnaires = new Questionnaires(work);
        jobs = new Jobs(work, ids, 1);
        Workspaces workspaces = new Workspaces(work, untouched(), Set.of());
        workspaces.register(
                workspace,
                new NewWorkspace(
                        "corner-cafe",
                        LocalizedText.of("en", "Corner Café"),
                        List.of("en"),
                        "Asia/Tehran",
                        Set.of(),
                        Optional.empty()));
        brands = new Brands(work, workspaces);
        collection = new Collection(
                work, workspaces, questionnaires, jobs, new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]), ids, clock);
        pages = pages(1_000, clock);
        new Categories(work).replace(owner, workspace, org.entezar.questionnaire.CategoryTree.SERVICE_QUALITY);
    }

    /** Pages that take so many responses a minute by one link, and tell times as in Tehran. */
    final SurveyPages pages(int submitsPerMinute, Clock clock) {
        return new SurveyPages(
                collection.publicLinks(),
                collection.responses(),
                collection.visits(),
                new Uuids(clock),
                KEY,
                brands,
                id -> ZoneId.of("Asia/Tehran"),
                turnstile(submitsPerMinute, clock),
                clock);
    }

    private Turnstile turnstile(long submitsPerMinute, Clock clock) {
        Map<Quota, Long> quotas = Arrays.stream(Quota.values())
                .collect(Collectors.toMap(
                        quota -> quota,
                        quota -> quota == Quota.LINK_RESPONSES_PER_MINUTE ? submitsPerMinute : 1_000_000L));
        Standings standings = new Standings(database.work(clock), quotas);
        return new Turnstile(standings, (caller, visited, address) -> {}, clock);
    }

    /** A campaign with times. */
    Campaign field(String document, Optional<Instant> opensAt, Optional<Instant> closesAt) {
        Questionnaire questionnaire =
                Json.readInput(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        return field(questionnaire, false, opensAt, closesAt);
    }

    private static Directory untouched() {
        return (Directory) java.lang.reflect.Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("Nothing here asks the directory: " + method);
                });
    }

    Campaign field(Questionnaire questionnaire) {
        return field(questionnaire, false);
    }

    Campaign field(Questionnaire questionnaire, boolean simulated) {
        return field(questionnaire, simulated, Optional.empty(), Optional.empty());
    }

    private Campaign field(
            Questionnaire questionnaire, boolean simulated, Optional<Instant> opensAt, Optional<Instant> closesAt) {
        questionnaires.create(owner, workspace, questionnaire);
        int version =
                questionnaires.publish(owner, workspace, questionnaire.key()).number();
        return collection
                .campaigns()
                .create(
                        owner,
                        workspace,
                        new NewCampaign(
                                questionnaire.key(),
                                version,
                                LocalizedText.of("en", "A campaign"),
                                Set.of(Channel.LINK),
                                opensAt,
                                closesAt,
                                simulated));
    }

    Campaign field(String document) {
        return field(Json.readInput(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Questionnaire.class));
    }

    List<StoredResponse> responses(Campaign campaign) {
        return collection
                .responses()
                .list(owner, workspace, campaign.id(), Optional.empty(), 100)
                .responses();
    }

    @Override
    public void close() {
        jobs.close();
        collection.close();
        database.close();
    }
}
