package org.entezar.console.questionnaires;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** The questionnaires of the workspace. In views: {@code questionnaireList}. */
@Named("questionnaireList")
@RequestScoped
public class QuestionnaireList {

    @Inject
    Questionnaires questionnaires;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    private @Nullable List<QuestionnaireSummary> all;

    public List<QuestionnaireSummary> getAll() {
        if (all == null) {
            all = questionnaires.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return all;
    }

    /** The title in the visitor's language, else the key. */
    public String title(QuestionnaireSummary questionnaire) {
        String title = text.best(questionnaire.title());
        return title.isEmpty() ? questionnaire.key() : title;
    }

    /** The names of its languages. */
    public String languages(QuestionnaireSummary questionnaire) {
        return questionnaire.languages().stream()
                .map(format::language)
                .collect(Collectors.joining(text.get("frame.listSeparator")));
    }
}
