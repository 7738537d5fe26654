package org.entezar.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Responses;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.kernel.Caller;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.relationship.Cases;
import org.entezar.spi.DemoScenario;
import org.entezar.spi.IndustryPlugin;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspaces;

/**
 * Fills the demo through the doors that everybody uses: the workspace is entered, the trade's pack installed, its
 * standards and promises entered, questionnaires published, campaigns opened and answered by the {@link Simulator}, some
 * cases opened. Each step looks first whether it was done, so a start that was killed halfway is completed by the next.
 */
public final class DemoWorkspaces {

    private final IndustryPlugins plugins;
    private final Workspaces workspaces;
    private final SimulatedYear year;
    private final DemoCommitments commitments;
    private final DemoCases cases;

    public DemoWorkspaces(
            IndustryPlugins plugins,
            Workspaces workspaces,
            TemplatePacks packs,
            Questionnaires questionnaires,
            Campaigns campaigns,
            Responses responses,
            Standards standards,
            Promises promises,
            Cases cases,
            Clock clock) {
        this.plugins = plugins;
        this.workspaces = workspaces;
        this.year = new SimulatedYear(packs, questionnaires, campaigns, responses, clock);
        this.commitments = new DemoCommitments(standards, promises, clock);
        this.cases = new DemoCases(cases, responses, clock);
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
        year.installPacks(demo, workspace);
        commitments.enter(demo, workspace, plugin, ZoneId.of(scenario.timeZone()));
        Optional<Campaign> first = Optional.empty();
        for (DemoScenario.DemoCampaign wanted : scenario.campaigns()) {
            Campaign campaign = year.prepare(demo, workspace, scenario, wanted);
            if (campaign.responses() < wanted.responses()) {
                progress.accept("simulated year of " + scenario.alias() + "/" + wanted.questionnaire());
                year.answer(demo, workspace, scenario, wanted, campaign, 0, stored -> {});
            }
            first = first.isPresent() ? first : Optional.of(campaign);
        }
        first.ifPresent(campaign ->
                cases.fill(demo, workspace, scenario.languages().get(0), ZoneId.of(scenario.timeZone()), campaign));
    }
}
