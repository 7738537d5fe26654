package org.entezar.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Responses;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.spi.DemoScenario;
import org.entezar.spi.IndustryPlugin;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.Workspaces;

/**
 * Fills a workspace with a simulated year of a plugin that it has switched on, and takes it out again. Filling is a job;
 * cut off, it goes on where it was, since the answers of a campaign are always the same ones.
 */
public final class SampleData {

    /** Kind of the job. */
    public static final String KIND = "sample";

    private final Work work;
    private final IndustryPlugins plugins;
    private final Workspaces workspaces;
    private final Campaigns campaigns;
    private final Jobs jobs;
    private final SimulatedYear year;

    public SampleData(
            Work work,
            IndustryPlugins plugins,
            Workspaces workspaces,
            TemplatePacks packs,
            Questionnaires questionnaires,
            Campaigns campaigns,
            Responses responses,
            Jobs jobs,
            Clock clock) {
        this.work = work;
        this.plugins = plugins;
        this.workspaces = workspaces;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.year = new SimulatedYear(packs, questionnaires, campaigns, responses, clock);
        jobs.handle(KIND, Permission.PACK_INSTALL, this::fill);
    }

    /** The plugin of the workspace that has a year to show. Needs {@link Permission#WORKSPACE_READ}. */
    public Optional<String> plugin(Caller caller, WorkspaceId workspace) {
        return workspaces.pluginsInUse(caller, workspace).stream()
                .sorted()
                .filter(id -> scenario(id).isPresent())
                .findFirst();
    }

    private Optional<DemoScenario> scenario(String plugin) {
        return plugins.plugin(plugin).flatMap(IndustryPlugin::demo);
    }

    /**
     * Begins to fill the workspace. Needs {@link Permission#PACK_INSTALL}.
     *
     * @throws Problem {@link ErrorCode#STATE} when it holds responses already or is being filled,
     *     {@link ErrorCode#NOT_FOUND} when no plugin that is on has a year to show
     */
    public Job fill(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.PACK_INSTALL);
        String plugin = plugin(caller, workspace).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        DemoScenario scenario = scenario(plugin).orElseThrow();
        long total = scenario.campaigns().stream()
                .mapToLong(DemoScenario.DemoCampaign::responses)
                .sum();
        boolean filled = campaigns.list(Caller.product(KIND, workspace), workspace).stream()
                .anyMatch(campaign -> campaign.responses() > 0);
        if (filled
                || latest(caller, workspace).filter(job -> !job.state().isEnd()).isPresent()) {
            throw new Problem(ErrorCode.STATE, "FILLED");
        }
        Job job = work.change(caller, workspace, Permission.PACK_INSTALL, tx -> {
            tx.record(Change.created("sample.begun", "pack/" + plugin, Map.of("responses", total)));
            ObjectNode input = Json.mapper().createObjectNode();
            input.put("plugin", plugin);
            return jobs.enqueue(tx, KIND, input, total);
        });
        jobs.begin(workspace, job.id());
        return job;
    }

    /** The latest filling of the workspace. Needs {@link Permission#WORKSPACE_READ}. */
    public Optional<Job> latest(Caller caller, WorkspaceId workspace) {
        return jobs.list(caller, workspace).stream()
                .filter(job -> job.kind().equals(KIND))
                .findFirst();
    }

    /**
     * Takes all simulated campaigns and their answers out. Needs {@link Permission#CAMPAIGN_RUN}.
     *
     * @return how many responses were taken out
     * @throws Problem {@link ErrorCode#STATE} while the workspace is being filled
     */
    public long takeOut(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.CAMPAIGN_RUN);
        if (latest(caller, workspace).filter(job -> !job.state().isEnd()).isPresent()) {
            throw new Problem(ErrorCode.STATE, "FILLING");
        }
        if (year.simulated(caller, workspace).isEmpty()) {
            return 0;
        }
        return work.change(caller, workspace, Permission.CAMPAIGN_RUN, tx -> year.simulated(caller, workspace).stream()
                .mapToLong(campaign -> campaigns.withdraw(caller, workspace, campaign.id()))
                .sum());
    }

    private JsonNode fill(JobRun run) {
        Caller caller = run.caller();
        WorkspaceId workspace = run.workspace();
        DemoScenario scenario =
                scenario(run.input().path("plugin").asText()).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        long total = scenario.campaigns().stream()
                .mapToLong(DemoScenario.DemoCampaign::responses)
                .sum();
        year.installPacks(caller, workspace);
        List<Campaign> opened = scenario.campaigns().stream()
                .map(wanted -> year.prepare(caller, workspace, scenario, wanted))
                .toList();
        long before = 0;
        for (int i = 0; i < opened.size(); i++) {
            DemoScenario.DemoCampaign wanted = scenario.campaigns().get(i);
            long base = before;
            year.answer(
                    caller,
                    workspace,
                    scenario,
                    wanted,
                    opened.get(i),
                    opened.get(i).id().value().getLeastSignificantBits(),
                    stored -> run.step(Permission.WORKSPACE_READ, tx -> new JobRun.Progress(base + stored, total)));
            before += wanted.responses();
        }
        return Json.mapper().createObjectNode().put("responses", total);
    }
}
