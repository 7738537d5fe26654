package org.entezar.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.Collection;
import org.entezar.collection.PersonalKeys;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.Approvals;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;
import org.junit.jupiter.api.Test;

/** A workspace is filled with a simulated year, emptied, and filled again; no other workspace notices. */
class SampleDataIT {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);
    private static final WorkspaceId OURS = WorkspaceId.parse("0199f000-0000-7000-8000-000000000001");
    private static final WorkspaceId OTHER = WorkspaceId.parse("0199f000-0000-7000-8000-000000000002");
    private static final Caller MEMBER = Caller.product("test", OURS);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Directory untouched() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("Sample data must not call " + method);
                });
    }

    @Test
    void aYearComesInAndGoesOutAndComesInAgain() throws InterruptedException {
        try (TestDatabase database = TestDatabase.create()) {
            Work work = database.work(TODAY);
            IndustryPlugins plugins = IndustryPlugins.installed(getClass().getClassLoader());
            Workspaces workspaces = new Workspaces(work, untouched(), plugins.ids());
            register(workspaces, OURS, "ours", Set.of("retail"));
            register(workspaces, OTHER, "other", Set.of());
            Categories categories = new Categories(work);
            Questionnaires questionnaires = new Questionnaires(work);
            TemplatePacks packs = new TemplatePacks(
                    work, plugins, workspaces, new Approvals(work, Map.of()), categories, questionnaires);
            Uuids ids = new Uuids(TODAY);
            try (Jobs jobs = new Jobs(work, ids, 1);
                    Collection collection = new Collection(
                            work,
                            workspaces,
                            questionnaires,
                            jobs,
                            new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]),
                            ids,
                            TODAY)) {
                SampleData sample = new SampleData(
                        work,
                        plugins,
                        workspaces,
                        packs,
                        questionnaires,
                        collection.campaigns(),
                        collection.responses(),
                        jobs,
                        TODAY);
                assertThatThrownBy(() -> sample.fill(MEMBER, OTHER)).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> sample.takeOut(MEMBER, OTHER)).isInstanceOf(Problem.class);
                assertThat(sample.plugin(Caller.product("test", OTHER), OTHER)).isEmpty();

                long there = filled(sample, jobs);
                List<Campaign> campaigns = collection.campaigns().list(MEMBER, OURS);
                assertThat(campaigns).isNotEmpty().allMatch(Campaign::simulated);
                assertThat(campaigns.stream().mapToLong(Campaign::responses).sum())
                        .isEqualTo(there);
                assertThatThrownBy(() -> sample.fill(MEMBER, OURS)).isInstanceOf(Problem.class);

                assertThat(sample.takeOut(MEMBER, OURS)).isEqualTo(there);
                assertThat(collection.campaigns().list(MEMBER, OURS)).isEmpty();
                assertThat(collection
                                .campaigns()
                                .get(MEMBER, OURS, campaigns.get(0).id())
                                .responses())
                        .as("what was stored stays for history and counts nowhere")
                        .isZero();

                assertThat(filled(sample, jobs)).isEqualTo(there);
                assertThat(collection.campaigns().list(MEMBER, OURS)).hasSameSizeAs(campaigns);
            }
        }
    }

    private static void register(Workspaces workspaces, WorkspaceId id, String alias, Set<String> plugins) {
        workspaces.register(
                id,
                new NewWorkspace(
                        alias,
                        LocalizedText.of("en", alias, "fa", alias, "zh-Hans", alias),
                        List.of("en", "fa", "zh-Hans"),
                        "Asia/Tehran",
                        plugins,
                        Optional.empty()));
    }

    private static long filled(SampleData sample, Jobs jobs) throws InterruptedException {
        Job job = sample.fill(MEMBER, OURS);
        Instant end = Instant.now().plus(PATIENCE);
        Job now = job;
        while (!now.state().isEnd() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            now = jobs.get(MEMBER, OURS, job.id());
        }
        assertThat(now.state()).as(now.toString()).isEqualTo(JobState.DONE);
        assertThat(now.done()).isEqualTo(now.total());
        return now.total();
    }
}
