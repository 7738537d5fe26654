package org.entezar.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Channel;
import org.entezar.collection.LineResult;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.Responses;
import org.entezar.kernel.Caller;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;
import org.entezar.spi.DemoScenario;
import org.entezar.spi.IndustryPlugin;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.Installation;
import org.entezar.template.Pack;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/**
 * Fills the demo through the doors that everybody uses: the workspace is entered, the trade's pack installed, its
 * questionnaires published, campaigns opened and answered by the {@link Simulator}. Each step looks first whether it was
 * done, so a start that was killed halfway is completed by the next.
 */
public final class DemoWorkspaces {

    private static final int DAYS_BACK = 364;
    private static final int BATCH = 500;

    private final IndustryPlugins plugins;
    private final Workspaces workspaces;
    private final TemplatePacks packs;
    private final Questionnaires questionnaires;
    private final Campaigns campaigns;
    private final Responses responses;
    private final Clock clock;

    public DemoWorkspaces(
            IndustryPlugins plugins,
            Workspaces workspaces,
            TemplatePacks packs,
            Questionnaires questionnaires,
            Campaigns campaigns,
            Responses responses,
            Clock clock) {
        this.plugins = plugins;
        this.workspaces = workspaces;
        this.packs = packs;
        this.questionnaires = questionnaires;
        this.campaigns = campaigns;
        this.responses = responses;
        this.clock = clock;
    }

    /**
     * Makes sure that all demo workspaces are there and full.
     *
     * @param progress told of each step, in a few English words
     */
    public void fill(Consumer<String> progress) {
        for (String id : plugins.ids().stream().sorted().toList()) {
            IndustryPlugin plugin = plugins.plugin(id).orElseThrow();
            plugin.demo().ifPresent(scenario -> fill(id, scenario, progress));
        }
    }

    private void fill(String plugin, DemoScenario scenario, Consumer<String> progress) {
        WorkspaceId workspace = WorkspaceId.parse(scenario.organization());
        progress.accept("demo workspace " + scenario.alias());
        workspaces.register(
                workspace,
                new NewWorkspace(
                        scenario.alias(),
                        new LocalizedText(scenario.workspaceName()),
                        scenario.languages(),
                        scenario.timeZone(),
                        Set.of(plugin),
                        Optional.empty()));
        Caller demo = Caller.product("demo", workspace);
        installPacks(demo, workspace);
        for (DemoScenario.DemoCampaign wanted : scenario.campaigns()) {
            Version version = publish(demo, workspace, wanted.questionnaire());
            Campaign campaign = open(demo, workspace, scenario, wanted, version);
            if (campaign.responses() < wanted.responses()) {
                progress.accept("simulated year of " + scenario.alias() + "/" + wanted.questionnaire());
                answer(demo, workspace, scenario, wanted, version, campaign);
            }
        }
    }

    private void installPacks(Caller demo, WorkspaceId workspace) {
        Set<String> there = new HashSet<>(packs.installed(demo, workspace).stream()
                .map(Installation::pack)
                .toList());
        for (Pack pack : packs.available(demo, workspace)) {
            if (there.add(pack.id())) {
                packs.install(demo, workspace, pack.id());
            }
        }
    }

    private Version publish(Caller demo, WorkspaceId workspace, String key) {
        Optional<Integer> published = questionnaires.list(demo, workspace).stream()
                .filter(summary -> summary.key().equals(key))
                .findFirst()
                .flatMap(QuestionnaireSummary::publishedVersion);
        return published.isPresent()
                ? questionnaires.version(demo, workspace, key, 1)
                : questionnaires.publish(demo, workspace, key);
    }

    private Campaign open(
            Caller demo,
            WorkspaceId workspace,
            DemoScenario scenario,
            DemoScenario.DemoCampaign wanted,
            Version version) {
        return campaigns.list(demo, workspace).stream()
                .filter(campaign ->
                        campaign.simulated() && campaign.questionnaire().equals(wanted.questionnaire()))
                .findFirst()
                .orElseGet(() -> {
                    ZoneId zone = ZoneId.of(scenario.timeZone());
                    Instant opens = LocalDate.ofInstant(clock.instant(), zone)
                            .minusDays(DAYS_BACK + 1L)
                            .atStartOfDay(zone)
                            .toInstant();
                    return campaigns.create(
                            demo,
                            workspace,
                            new NewCampaign(
                                    version.key(),
                                    version.number(),
                                    new LocalizedText(wanted.name()),
                                    Set.of(Channel.LINK),
                                    Optional.of(opens),
                                    Optional.empty(),
                                    true));
                });
    }

    private void answer(
            Caller demo,
            WorkspaceId workspace,
            DemoScenario scenario,
            DemoScenario.DemoCampaign wanted,
            Version version,
            Campaign campaign) {
        LocalDate firstDay = LocalDate.ofInstant(campaign.opensAt().orElseThrow(), ZoneId.of(scenario.timeZone()));
        List<NewResponse> year = new Simulator(scenario, wanted, version.document(), firstDay).year();
        for (int from = 0; from < year.size(); from += BATCH) {
            List<NewResponse> batch = year.subList(from, Math.min(year.size(), from + BATCH));
            for (LineResult result : responses.submitMany(demo, workspace, campaign.id(), batch)) {
                if (result.outcome() == LineResult.Outcome.REFUSED) {
                    throw new IllegalStateException("The demo's pack and its simulator do not fit: " + result.code()
                            + " " + result.violations());
                }
            }
        }
    }
}
