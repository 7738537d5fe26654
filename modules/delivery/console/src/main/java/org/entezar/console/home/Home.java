package org.entezar.console.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** What the first page of a workspace shows, as far as the visitor's role reaches. In views: {@code home}. */
@Named("home")
@RequestScoped
public class Home {

    private static final int RECENT = 6;

    /**
     * A step of a new workspace.
     *
     * @param key names its texts
     * @param done whether it has been taken
     * @param address where it is taken
     */
    public record Step(String key, boolean done, String address) {}

    @Inject
    Questionnaires questionnaires;

    @Inject
    Categories categories;

    @Inject
    Campaigns campaigns;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private @Nullable List<Campaign> allCampaigns;
    private @Nullable List<QuestionnaireSummary> allQuestionnaires;

    /** All campaigns, the newest first; none to roles that may not see them. */
    public List<Campaign> getCampaigns() {
        if (allCampaigns == null) {
            allCampaigns = visitor.may("CAMPAIGN_READ")
                    ? campaigns.list(visitor.getCaller(), place.getWorkspaceId())
                    : List.of();
        }
        return allCampaigns;
    }

    public List<Campaign> getRecent() {
        return getCampaigns().stream().limit(RECENT).toList();
    }

    private List<QuestionnaireSummary> questionnaires() {
        if (allQuestionnaires == null) {
            allQuestionnaires = visitor.may("QUESTIONNAIRE_READ")
                    ? questionnaires.list(visitor.getCaller(), place.getWorkspaceId())
                    : List.of();
        }
        return allQuestionnaires;
    }

    public int getQuestionnaireCount() {
        return questionnaires().size();
    }

    public long getPublishedCount() {
        return questionnaires().stream()
                .filter(each -> each.publishedVersion().isPresent())
                .count();
    }

    public long getOpenCount() {
        return getCampaigns().stream()
                .filter(campaign -> campaign.state() == CampaignState.OPEN)
                .count();
    }

    public long getResponseCount() {
        return getCampaigns().stream().mapToLong(Campaign::responses).sum();
    }

    /** Whether figures come from a simulator at least in part. */
    public boolean isSimulated() {
        return getCampaigns().stream().anyMatch(Campaign::simulated);
    }

    public String name(Campaign campaign) {
        return text.best(campaign.name());
    }

    /** The first steps, until all of them are taken or to those who cannot take them. */
    public List<Step> getSteps() {
        if (!visitor.may("QUESTIONNAIRE_EDIT")) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        boolean ownTree =
                !categories.tree(visitor.getCaller(), place.getWorkspaceId()).equals(CategoryTree.SERVICE_QUALITY);
        steps.add(new Step("categories", ownTree || getPublishedCount() > 0, place.to("categories")));
        steps.add(new Step(
                "questionnaire",
                !questionnaires().isEmpty(),
                place.to(questionnaires().isEmpty() ? "questionnaires/new" : "questionnaires")));
        steps.add(new Step("publish", getPublishedCount() > 0, place.to("questionnaires")));
        steps.add(new Step("campaign", !getCampaigns().isEmpty(), place.to("campaigns")));
        steps.add(new Step("responses", getResponseCount() > 0, place.to("campaigns")));
        return steps.stream().allMatch(Step::done) ? List.of() : steps;
    }
}
