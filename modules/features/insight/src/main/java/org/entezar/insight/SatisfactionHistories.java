package org.entezar.insight;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Responses;
import org.entezar.insight.internal.Bases;
import org.entezar.insight.internal.DisplayRules;
import org.entezar.insight.internal.history.HistoryComputation;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.Workspaces;

/**
 * How satisfaction went over months, quarters and years. Reads every response once, whatever the number of periods, and
 * keeps nothing. Needs {@link Permission#INSIGHT_READ}.
 */
public final class SatisfactionHistories {

    private final Work work;
    private final Workspaces workspaces;
    private final Categories categories;
    private final Questionnaires questionnaires;
    private final Campaigns campaigns;
    private final Responses responses;

    public SatisfactionHistories(
            Work work,
            Workspaces workspaces,
            Categories categories,
            Questionnaires questionnaires,
            Campaigns campaigns,
            Responses responses) {
        this.work = work;
        this.workspaces = workspaces;
        this.categories = categories;
        this.questionnaires = questionnaires;
        this.campaigns = campaigns;
        this.responses = responses;
    }

    /**
     * The history of a questionnaire over all campaigns that fielded a version of it and that the caller may see, in one
     * transaction. A period with
     * fewer respondents than the workspace shows is there, without any figure. Points are weighted with the categories of
     * today.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when no such campaign fields the questionnaire
     */
    public SatisfactionHistory of(Caller caller, WorkspaceId workspace, HistoryQuestion question) {
        return work.readOfSome(caller, workspace, Permission.INSIGHT_READ, tx -> {
            Caller product = Bases.product(workspace);
            List<Campaign> fielded = seen(caller, workspace)
                    .filter(campaign -> campaign.questionnaire().equals(question.questionnaire()))
                    .toList();
            if (fielded.isEmpty()) {
                throw new Problem(ErrorCode.NOT_FOUND, question.questionnaire());
            }
            TreeMap<Integer, Questionnaire> versions = new TreeMap<>();
            fielded.forEach(campaign -> versions.computeIfAbsent(campaign.version(), number -> questionnaires
                    .version(product, workspace, question.questionnaire(), number)
                    .document()));
            Workspace settings = workspaces.get(product, workspace);
            HistoryComputation computation = new HistoryComputation(
                    question,
                    versions,
                    categories.tree(product, workspace).categories(),
                    ZoneId.of(settings.timeZone()));
            for (Campaign campaign : fielded) {
                responses.vectors(
                        product,
                        workspace,
                        campaign.id(),
                        question.selection().responses(),
                        computation.campaign(campaign.version(), campaign.simulated()));
            }
            return computation.history(new DisplayRules(settings.minimumGroup()), tx.now());
        });
    }

    private Stream<Campaign> seen(Caller caller, WorkspaceId workspace) {
        return campaigns.list(Bases.product(workspace), workspace).stream()
                .filter(campaign -> caller.may(workspace, Permission.INSIGHT_READ, campaign.id()));
    }

    /** The questionnaires that campaigns field which the caller may see, by key, each with the title of the version fielded last; the latest first. */
    public Map<String, LocalizedText> questionnaires(Caller caller, WorkspaceId workspace) {
        return work.readOfSome(caller, workspace, Permission.INSIGHT_READ, tx -> {
            Caller product = Bases.product(workspace);
            Map<String, LocalizedText> titles = new LinkedHashMap<>();
            seen(caller, workspace)
                    .sorted(Comparator.comparing(Campaign::createdAt).reversed())
                    .forEach(campaign -> titles.computeIfAbsent(campaign.questionnaire(), key -> questionnaires
                            .version(product, workspace, key, campaign.version())
                            .document()
                            .title()));
            return titles;
        });
    }
}
