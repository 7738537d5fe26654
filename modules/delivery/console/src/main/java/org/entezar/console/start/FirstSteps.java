package org.entezar.console.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.MemberInvitations;
import org.jspecify.annotations.Nullable;

/**
 * The first steps of a workspace. Each looks whether what it asks for is there, so a step ticks itself off whoever took
 * it and however; when all are taken, or for somebody who cannot take them, there are none. In views:
 * {@code firstSteps}, drawn by {@code /console/start/steps.xhtml}.
 */
@Named("firstSteps")
@RequestScoped
public class FirstSteps {

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
    TemplatePacks packs;

    @Inject
    MemberInvitations invitations;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    private @Nullable List<Step> steps;

    /** The steps in the order in which they are best taken; none when there is nothing left to do. */
    public List<Step> getSteps() {
        if (steps == null) {
            List<Step> all = visitor.may("QUESTIONNAIRE_EDIT") ? look() : List.of();
            steps = all.stream().allMatch(Step::done) ? List.of() : all;
        }
        return steps;
    }

    /** How many are taken. */
    public long getDone() {
        return getSteps().stream().filter(Step::done).count();
    }

    private List<Step> look() {
        Caller caller = visitor.getCaller();
        WorkspaceId workspace = place.getWorkspaceId();
        List<QuestionnaireSummary> drafts = questionnaires.list(caller, workspace);
        List<Campaign> running = campaigns.list(caller, workspace);
        boolean published =
                drafts.stream().anyMatch(each -> each.publishedVersion().isPresent());
        boolean ownTree = !categories.tree(caller, workspace).equals(CategoryTree.SERVICE_QUALITY);
        List<Step> all = new ArrayList<>();
        if (visitor.may("PACK_INSTALL") && !packs.available(caller, workspace).isEmpty()) {
            boolean taken = !packs.installed(caller, workspace).isEmpty();
            all.add(new Step("pack", taken || published, place.to("settings") + "#packs"));
        }
        all.add(new Step("categories", ownTree || published, place.to("categories")));
        all.add(new Step(
                "questionnaire",
                !drafts.isEmpty(),
                place.to(drafts.isEmpty() ? "questionnaires/new" : "questionnaires")));
        all.add(new Step("publish", published, place.to("questionnaires")));
        all.add(new Step("campaign", !running.isEmpty(), place.to("campaigns")));
        boolean answered = running.stream().anyMatch(campaign -> campaign.responses() > 0);
        all.add(new Step("responses", answered, place.to("campaigns")));
        if (visitor.may("MEMBER_EDIT")) {
            // Invitations are our own: asking for the members would ask the identity provider at every look.
            boolean invited = !invitations.list(caller, workspace).isEmpty();
            all.add(new Step("people", invited || answered, place.to("people/invite")));
        }
        return all;
    }
}
