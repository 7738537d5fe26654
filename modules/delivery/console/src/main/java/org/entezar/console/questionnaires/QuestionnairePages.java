package org.entezar.console.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where the questionnaires are. */
@ApplicationScoped
public class QuestionnairePages implements PageSource {

    @Inject
    DraftActions drafts;

    @Inject
    ReviewActions reviews;

    @Inject
    BankActions bank;

    @Inject
    PresenceActions presence;

    @Override
    public List<Page> pages() {
        return List.of(
                page("questionnaires", "list", Permission.QUESTIONNAIRE_READ),
                page("questionnaires/new", "create", Permission.QUESTIONNAIRE_EDIT),
                page("questionnaires/{questionnaire}", "edit", Permission.QUESTIONNAIRE_READ),
                page("questionnaires/{questionnaire}/versions", "versions", Permission.QUESTIONNAIRE_READ),
                page("questionnaires/{questionnaire}/versions/{version}", "version", Permission.QUESTIONNAIRE_READ));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("questionnaires.new", "add", "questionnaires/new", Permission.QUESTIONNAIRE_EDIT));
    }

    private static Page page(String path, String view, Permission permission) {
        return new Page(path, "/console/questionnaires/" + view + ".xhtml", permission, Area.QUESTIONNAIRES);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "questionnaires/{questionnaire}/draft",
                        Set.of("GET", "PUT"),
                        Permission.QUESTIONNAIRE_READ,
                        drafts::serveDraft),
                new Action(
                        "questionnaires/{questionnaire}/publishing",
                        Set.of("GET", "POST"),
                        Permission.QUESTIONNAIRE_READ,
                        drafts::servePublishing),
                new Action(
                        "questionnaires/{questionnaire}/preview",
                        Set.of("POST"),
                        Permission.QUESTIONNAIRE_READ,
                        drafts::servePreview),
                new Action(
                        "questionnaires/{questionnaire}/review",
                        Set.of("POST"),
                        Permission.QUESTIONNAIRE_READ,
                        reviews::serveReview),
                new Action(
                        "questionnaires/{questionnaire}/presence",
                        Set.of("POST"),
                        Permission.QUESTIONNAIRE_READ,
                        presence::servePresence),
                new Action("item-bank", Set.of("GET"), Permission.QUESTIONNAIRE_READ, bank::serveBank));
    }
}
