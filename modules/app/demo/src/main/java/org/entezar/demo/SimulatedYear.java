package org.entezar.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
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
import org.entezar.template.Installation;
import org.entezar.template.Pack;
import org.entezar.template.TemplatePacks;

/**
 * A year of a trade in a workspace, made through the doors that everybody uses: its packs installed, its questionnaires
 * published, campaigns opened and answered by the {@link Simulator}. Each step looks first whether it was done, so a year
 * that was cut short is completed by the next attempt.
 */
final class SimulatedYear {

    private static final int DAYS_BACK = 364;
    private static final int BATCH = 500;

    private final TemplatePacks packs;
    private final Questionnaires questionnaires;
    private final Campaigns campaigns;
    private final Responses responses;
    private final Clock clock;

    SimulatedYear(
            TemplatePacks packs, Questionnaires questionnaires, Campaigns campaigns, Responses responses, Clock clock) {
        this.packs = packs;
        this.questionnaires = questionnaires;
        this.campaigns = campaigns;
        this.responses = responses;
        this.clock = clock;
    }

    /** Whether the workspace has campaigns whose answers come from a simulator. */
    List<Campaign> simulated(Caller caller, WorkspaceId workspace) {
        return campaigns.list(caller, workspace).stream()
                .filter(Campaign::simulated)
                .toList();
    }

    /** Makes sure that the campaign is there, with its questionnaire published. */
    Campaign prepare(Caller caller, WorkspaceId workspace, DemoScenario scenario, DemoScenario.DemoCampaign wanted) {
        return open(caller, workspace, scenario, wanted, publish(caller, workspace, wanted.questionnaire()));
    }

    /**
     * Makes sure that all answers of the campaign are there.
     *
     * @param salt tells this year from others of the same scenario; the same salt gives the same answers, ids included
     * @param progress told how many answers are there after each part
     */
    void answer(
            Caller caller,
            WorkspaceId workspace,
            DemoScenario scenario,
            DemoScenario.DemoCampaign wanted,
            Campaign campaign,
            long salt,
            LongConsumer progress) {
        Version version = questionnaires.version(caller, workspace, campaign.questionnaire(), campaign.version());
        LocalDate firstDay = LocalDate.ofInstant(campaign.opensAt().orElseThrow(), ZoneId.of(scenario.timeZone()));
        List<NewResponse> year = new Simulator(scenario, wanted, version.document(), firstDay, salt).year();
        for (int from = 0; from < year.size(); from += BATCH) {
            int to = Math.min(year.size(), from + BATCH);
            for (LineResult result : responses.submitMany(caller, workspace, campaign.id(), year.subList(from, to))) {
                if (result.outcome() == LineResult.Outcome.REFUSED) {
                    throw new IllegalStateException(
                            "The pack and its simulator do not fit: " + result.code() + " " + result.violations());
                }
            }
            progress.accept(to);
        }
    }

    /** Installs the packs of the plugins that are on and that are not there yet. */
    void installPacks(Caller demo, WorkspaceId workspace) {
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
}
