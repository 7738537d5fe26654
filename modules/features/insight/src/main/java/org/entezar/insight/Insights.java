package org.entezar.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.FieldedVersion;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.Responses;
import org.entezar.insight.internal.Analyses;
import org.entezar.insight.internal.Computation;
import org.entezar.insight.internal.DisplayRules;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;
import org.entezar.workspace.Workspaces;

/** Applies methods to the responses of campaigns. Reads only; nothing is kept, every figure is made of the answers. */
public final class Insights {

    private static final String PART = "insight";

    private final Work work;
    private final Workspaces workspaces;
    private final Categories categories;
    private final Questionnaires questionnaires;
    private final Campaigns campaigns;
    private final Responses responses;

    public Insights(
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
     * Computes an insight in one transaction. Needs {@link Permission#INSIGHT_READ}; whoever has it sees figures without
     * being let at questionnaires or single responses.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign
     */
    public Insight compute(
            Caller caller, WorkspaceId workspace, CampaignId campaign, InsightMethod method, Selection selection) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, tx -> {
            Caller product = Caller.product(PART, workspace);
            FieldedVersion fielded = campaigns.fielded(product, workspace, campaign);
            Version version = questionnaires.version(product, workspace, fielded.questionnaire(), fielded.version());
            List<Category> tree = categories.tree(product, workspace).categories();
            DisplayRules rules =
                    new DisplayRules(workspaces.get(product, workspace).minimumGroup());
            Computation computation = new Computation(method, version.document(), version.number(), tree);
            responses.vectors(product, workspace, campaign, answers(selection), computation::add);
            return computation.insight(selection, rules, fielded.simulated());
        });
    }

    /**
     * The methods that a campaign's questionnaire asks enough for. Needs {@link Permission#INSIGHT_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign
     */
    public List<InsightMethod> methods(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, tx -> {
            Caller product = Caller.product(PART, workspace);
            FieldedVersion fielded = campaigns.fielded(product, workspace, campaign);
            Version version = questionnaires.version(product, workspace, fielded.questionnaire(), fielded.version());
            return Arrays.stream(InsightMethod.values())
                    .filter(method -> Analyses.isAsked(method, version.document()))
                    .toList();
        });
    }

    /**
     * The segments that are large enough to be shown on their own, sorted. Needs {@link Permission#INSIGHT_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign
     */
    public List<String> segments(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, tx -> {
            Caller product = Caller.product(PART, workspace);
            int minimum = workspaces.get(product, workspace).minimumGroup();
            return responses.segments(product, workspace, campaign, ResponseSelection.ALL).entrySet().stream()
                    .filter(segment -> !segment.getKey().isEmpty() && segment.getValue() >= minimum)
                    .map(Map.Entry::getKey)
                    .toList();
        });
    }

    /** Names of the workspace's categories by key. Needs {@link Permission#INSIGHT_READ}. */
    public Map<String, LocalizedText> categoryNames(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, tx -> categories
                .tree(Caller.product(PART, workspace), workspace)
                .all()
                .collect(Collectors.toMap(Category::key, Category::name)));
    }

    private static ResponseSelection answers(Selection selection) {
        return new ResponseSelection(selection.from(), selection.to(), selection.segment(), selection.asOf());
    }
}
