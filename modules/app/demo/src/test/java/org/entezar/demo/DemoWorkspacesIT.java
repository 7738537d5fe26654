package org.entezar.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.Collection;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseSelection;
import org.entezar.commitment.Commitment;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.entezar.spi.DemoScenario;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.Approvals;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRoleDoor;
import org.entezar.workspace.OwnRoles;
import org.entezar.workspace.Workspaces;
import org.junit.jupiter.api.Test;

/** The three trades' packs go through the door of all packs, and their simulated years through that of all answers. */
class DemoWorkspacesIT {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);

    /** The demo's organizations exist at the identity provider; whoever asks for more is mistaken. */
    private static Directory untouched() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("The demo must not call " + method);
                });
    }

    @Test
    void aStartThatWasCutShortIsCompletedWithoutDoubles() {
        try (TestDatabase database = TestDatabase.create()) {
            Work work = database.work(TODAY);
            IndustryPlugins plugins = IndustryPlugins.installed(getClass().getClassLoader());
            assertThat(plugins.refusals()).isEmpty();
            assertThat(plugins.ids()).containsExactlyInAnyOrder("hotel", "hospital", "retail");
            Workspaces workspaces = new Workspaces(work, untouched(), plugins.ids());
            Categories categories = new Categories(work);
            Questionnaires questionnaires = new Questionnaires(work);
            TemplatePacks packs = new TemplatePacks(
                    work, plugins, workspaces, new Approvals(work, Map.of()), categories, questionnaires);
            Uuids ids = new Uuids(TODAY);
            Standards standards = new Standards(work, workspaces, categories, ids);
            Promises promises = new Promises(work, workspaces, categories, ids);
            try (Jobs jobs = new Jobs(work, ids, 1);
                    Collection collection = new Collection(
                            work,
                            workspaces,
                            questionnaires,
                            jobs,
                            new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]),
                            ids,
                            TODAY)) {
                Cases cases = new Cases(
                        work,
                        new Members(work, untouched()),
                        new OwnRoles(work, untouched(), new OwnRoleDoor(work)),
                        categories,
                        collection,
                        new PersonalKeys(new byte[PersonalKeys.KEY_BYTES]),
                        ids);
                DemoWorkspaces demo = new DemoWorkspaces(
                        plugins,
                        workspaces,
                        packs,
                        questionnaires,
                        collection.campaigns(),
                        collection.responses(),
                        standards,
                        promises,
                        cases,
                        TODAY);

                assertThatThrownBy(() -> demo.fill(step -> {
                            if (step.startsWith("simulated year of renai-hospital/ideas")) {
                                throw new IllegalStateException("cut short");
                            }
                        }))
                        .hasMessage("cut short");
                demo.fill(step -> {});
                List<String> again = new ArrayList<>();
                demo.fill(again::add);

                assertThat(again).hasSize(3).allMatch(step -> step.startsWith("demo workspace"));
                plugins.ids().stream()
                        .map(id -> plugins.plugin(id).orElseThrow().demo().orElseThrow())
                        .forEach(scenario -> {
                            check(scenario, collection, categories);
                            WorkspaceId workspace = WorkspaceId.parse(scenario.organization());
                            check(standards, promises, workspace);
                            checkCases(scenario, cases);
                        });
            }
        }
    }

    /** Once each, within the year, some of them over. */
    private static void check(Standards standards, Promises promises, WorkspaceId workspace) {
        Caller reader = Caller.product("test", workspace);
        List<Commitment> all = new ArrayList<>();
        standards.list(reader, workspace).forEach(standard -> all.add(standard.terms()));
        promises.list(reader, workspace).forEach(promise -> all.add(promise.terms()));
        LocalDate today = LocalDate.ofInstant(TODAY.instant(), ZoneOffset.UTC);
        assertThat(all)
                .hasSize(7)
                .allMatch(one -> one.validFrom().isAfter(today.minusYears(1)))
                .extracting(one -> one.standing(today))
                .containsOnly(Commitment.Standing.IN_FORCE, Commitment.Standing.ENDED);
    }

    private static void checkCases(DemoScenario scenario, Cases cases) {
        WorkspaceId workspace = WorkspaceId.parse(scenario.organization());
        assertThat(cases.list(Caller.product("test", workspace), workspace, CaseFilter.ALL, Optional.empty(), 50)
                        .cases())
                .as("one in each state, once")
                .extracting(ServiceCase::state)
                .containsExactlyInAnyOrder(
                        CaseState.CLOSED, CaseState.RESOLVED, CaseState.OPEN, CaseState.IN_PROGRESS, CaseState.OPEN);
    }

    private static void check(DemoScenario scenario, Collection collection, Categories categories) {
        WorkspaceId workspace = WorkspaceId.parse(scenario.organization());
        Caller reader = Caller.product("test", workspace);
        assertThat(categories.tree(reader, workspace).categories()).hasSize(6);
        List<Campaign> campaigns = collection.campaigns().list(reader, workspace);
        assertThat(campaigns).hasSize(2).allMatch(Campaign::simulated);
        Map<String, Long> wanted = new HashMap<>();
        scenario.campaigns().forEach(campaign -> wanted.put(campaign.questionnaire(), (long) campaign.responses()));
        for (Campaign campaign : campaigns) {
            assertThat(wanted).containsEntry(campaign.questionnaire(), campaign.responses());
            long read = collection
                    .responses()
                    .vectors(
                            reader,
                            workspace,
                            campaign.id(),
                            ResponseSelection.ALL,
                            (codes, offset, length, at) -> assertThat(length).isPositive());
            assertThat(read).isEqualTo(campaign.responses());
        }
    }
}
