package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.NewCampaign;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;

/** The form that begins a campaign of the latest version of a questionnaire. In views: {@code newCampaign}. */
@Named("newCampaign")
@RequestScoped
public class NewCampaignForm {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Questionnaires questionnaires;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentWorkspace workspace;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    private String questionnaire = "";
    private String name = "";
    private String error = "";

    /** Questionnaires that have been published. */
    public List<QuestionnaireSummary> getPublished() {
        return questionnaires.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                .filter(one -> one.publishedVersion().isPresent())
                .toList();
    }

    /** How a questionnaire is offered: its title and version. */
    public String label(QuestionnaireSummary one) {
        String title = text.best(one.title());
        return text.of(
                "campaigns.questionnaireVersion",
                title.isEmpty() ? one.key() : title,
                one.publishedVersion().orElse(0));
    }

    /** Makes it and goes to it; stays with the fault otherwise. */
    public void create() throws IOException {
        try {
            int version = getPublished().stream()
                    .filter(one -> one.key().equals(questionnaire))
                    .findFirst()
                    .flatMap(QuestionnaireSummary::publishedVersion)
                    .orElse(0);
            LocalizedText named = name.isBlank()
                    ? LocalizedText.EMPTY
                    : LocalizedText.of(workspace.getLanguages().get(0), name.strip());
            Campaign made = campaigns.create(
                    visitor.getCaller(), place.getWorkspaceId(), NewCampaign.of(questionnaire, version, named));
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("campaigns", made.id()));
        } catch (Problem problem) {
            error = problem.violations().isEmpty()
                    ? text.problem(problem)
                    : text.violation(problem.violations().get(0));
        }
    }

    public String getQuestionnaire() {
        return questionnaire;
    }

    public void setQuestionnaire(String questionnaire) {
        this.questionnaire = questionnaire;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getError() {
        return error;
    }
}
