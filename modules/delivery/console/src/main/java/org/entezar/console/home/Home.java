package org.entezar.console.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** What the first page of a workspace shows, as far as the visitor's role reaches. In views: {@code home}. */
@Named("home")
@RequestScoped
public class Home {

    private static final int RECENT = 6;

    @Inject
    Questionnaires questionnaires;

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

    /** All questionnaires; none to roles that may not see them. */
    List<QuestionnaireSummary> questionnaires() {
        if (allQuestionnaires == null) {
            allQuestionnaires = visitor.may("QUESTIONNAIRE_READ")
                    ? questionnaires.list(visitor.getCaller(), place.getWorkspaceId())
                    : List.of();
        }
        return allQuestionnaires;
    }

    /** Questionnaires whose published version lags behind the draft. */
    List<QuestionnaireSummary> unpublished() {
        return questionnaires().stream()
                .filter(each -> each.changedSince() && each.publishedVersion().isPresent())
                .toList();
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
}
