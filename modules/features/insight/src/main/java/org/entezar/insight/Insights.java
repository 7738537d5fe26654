package org.entezar.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Responses;
import org.entezar.collection.SelectionChanges;
import org.entezar.insight.internal.Analyses;
import org.entezar.insight.internal.Bases;
import org.entezar.insight.internal.Basis;
import org.entezar.insight.internal.Causes;
import org.entezar.insight.internal.Computation;
import org.entezar.insight.internal.Sides;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;
import org.entezar.workspace.Workspaces;

/** Applies methods to the responses of campaigns. Reads only; nothing is kept, every figure is made of the answers. */
public final class Insights {

    private final Work work;
    private final Responses responses;
    private final Bases bases;
    private final Causes causes;

    public Insights(
            Work work,
            Workspaces workspaces,
            Categories categories,
            Questionnaires questionnaires,
            Campaigns campaigns,
            Responses responses) {
        this.work = work;
        this.responses = responses;
        this.bases = new Bases(workspaces, categories, questionnaires, campaigns);
        this.causes = new Causes(bases);
    }

    /**
     * Computes an insight in one transaction. Needs {@link Permission#INSIGHT_READ}; whoever has it sees figures without
     * being let at questionnaires or single responses. A figure of the past needs {@link Permission#RESPONSE_READ} too,
     * since whoever compares two times closely sees single responses come; it is what would have been computed then:
     * of the responses known then, with the categories, their points and the smallest group of then.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign,
     *     {@link ErrorCode#MALFORMED_PARAMETER} for a time that has not come
     */
    public Insight compute(
            Caller caller, WorkspaceId workspace, CampaignId campaign, InsightMethod method, Selection selection) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            selection.asOf().ifPresent(at -> allowPast(tx, campaign, at));
            Basis basis = bases.of(workspace, campaign, selection.asOf().map(Moment::at));
            Computation computation = basis.computation(method);
            responses.vectors(Bases.product(workspace), workspace, campaign, selection.responses(), computation::add);
            return computation.insight(selection, basis.rules(), basis.simulated());
        });
    }

    /**
     * Computes an insight as it was known and as it is known, and tells what happened between. Needs
     * {@link Permission#RESPONSE_READ}.
     *
     * @param selection with the time that is asked for
     * @throws Problem as {@link #compute}; {@link ErrorCode#MALFORMED_PARAMETER} when the selection has no time
     */
    public InsightComparison compare(
            Caller caller, WorkspaceId workspace, CampaignId campaign, InsightMethod method, Selection selection) {
        Instant asOf = selection.asOf().orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "asOf", ""));
        return work.read(caller, workspace, Permission.RESPONSE_READ, campaign, tx -> {
            Insight then = compute(caller, workspace, campaign, method, selection);
            Insight now = compute(caller, workspace, campaign, method, selection.asOf(Optional.empty()));
            SelectionChanges changes =
                    responses.changes(caller, workspace, campaign, selection.responses(), asOf, tx.now());
            List<Cause> found = new ArrayList<>(
                    causes.between(tx, workspace, method, changes, Moment.at(asOf), Moment.at(tx.now())));
            boolean equal = then.saysTheSame(now);
            if (!equal && found.isEmpty()) {
                found.add(Cause.of(Cause.Kind.UNEXPLAINED));
            }
            return new InsightComparison(asOf, equal, then, now, found);
        });
    }

    /**
     * Sets two selections side by side. Needs {@link Permission#INSIGHT_READ}. Each side is held to the smallest group;
     * where the two differ by fewer responses than that, neither is told, since their difference would tell of those few.
     *
     * @throws Problem as {@link #compute}; {@link ErrorCode#MALFORMED_PARAMETER} when they are of two times
     */
    public SideBySide sideBySide(
            Caller caller,
            WorkspaceId workspace,
            CampaignId campaign,
            InsightMethod method,
            Selection first,
            Selection second) {
        if (!first.asOf().equals(second.asOf())) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "asOf", "");
        }
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            Insight one = compute(caller, workspace, campaign, method, first);
            Insight other = compute(caller, workspace, campaign, method, second);
            Optional<Selection> common = Sides.common(first, second);
            long shared = common.map(selection -> count(workspace, campaign, selection))
                    .orElse(0L);
            boolean tooAlike = Sides.tooAlike(
                    count(workspace, campaign, first),
                    count(workspace, campaign, second),
                    shared,
                    bases.minimumGroup(workspace, first.asOf().map(Moment::at)));
            return new SideBySide(one, other, shared == 0, tooAlike, tooAlike ? List.of() : Sides.figures(one, other));
        });
    }

    private long count(WorkspaceId workspace, CampaignId campaign, Selection selection) {
        return responses
                .segments(Bases.product(workspace), workspace, campaign, selection.responses())
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    Bases bases() {
        return bases;
    }

    private static void allowPast(Tx tx, CampaignId campaign, Instant asOf) {
        tx.caller().require(tx.workspace(), Permission.RESPONSE_READ, campaign);
        if (asOf.isAfter(tx.now())) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "asOf", asOf);
        }
    }

    /**
     * The methods that a campaign's questionnaire asks enough for. Needs {@link Permission#INSIGHT_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has no such campaign
     */
    public List<InsightMethod> methods(Caller caller, WorkspaceId workspace, CampaignId campaign) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            Version version = bases.version(workspace, campaign);
            return Arrays.stream(InsightMethod.values())
                    .filter(method -> Analyses.isAsked(method, version.document()))
                    .toList();
        });
    }

    /**
     * The segments that are large enough to be shown on their own, sorted. Needs {@link Permission#INSIGHT_READ}, for
     * those of the past {@link Permission#RESPONSE_READ} too.
     *
     * @param asOf as it was known then; empty for now
     * @throws Problem as {@link #compute}
     */
    public List<String> segments(Caller caller, WorkspaceId workspace, CampaignId campaign, Optional<Instant> asOf) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, campaign, tx -> {
            asOf.ifPresent(at -> allowPast(tx, campaign, at));
            int minimum = bases.minimumGroup(workspace, asOf.map(Moment::at));
            return responses
                    .segments(
                            Bases.product(workspace),
                            workspace,
                            campaign,
                            Selection.ALL.asOf(asOf).responses())
                    .entrySet()
                    .stream()
                    .filter(segment -> !segment.getKey().isEmpty() && segment.getValue() >= minimum)
                    .map(Map.Entry::getKey)
                    .toList();
        });
    }

    /** Names of the workspace's categories by key. Needs {@link Permission#INSIGHT_READ}. */
    public Map<String, LocalizedText> categoryNames(Caller caller, WorkspaceId workspace) {
        return work.readOfSome(caller, workspace, Permission.INSIGHT_READ, tx -> bases.categories(workspace).stream()
                .collect(Collectors.toMap(Category::key, Category::name)));
    }
}
