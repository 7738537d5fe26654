package org.entezar.console.questionnaires;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.Presets;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Section;

/** The form that begins a questionnaire, from nothing or from a preset. In views: {@code newQuestionnaire}. */
@Named("newQuestionnaire")
@RequestScoped
public class NewQuestionnaire {

    /** Stands for beginning from nothing. */
    public static final String BLANK = "blank";

    @Inject
    Questionnaires questionnaires;

    @Inject
    Categories categories;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private String beginning = Presets.SERVICE_QUALITY;
    private String title = "";
    private String key = "";
    private String keyError = "";
    private String titleError = "";
    private String error = "";

    /** Takes the choice, which is plain HTML, from the request. */
    @PostConstruct
    void takeBeginning() {
        String asked = request.getParameter("beginning");
        if (asked != null && getBeginnings().contains(asked)) {
            beginning = asked;
        }
    }

    /** What one can begin from, in the order in which to offer it. */
    public List<String> getBeginnings() {
        return Stream.concat(Presets.names().stream(), Stream.of(BLANK)).toList();
    }

    /** How many items the beginning brings. */
    public long items(String name) {
        return name.equals(BLANK) ? 0 : Presets.of(name).items().count();
    }

    /** Begins it and goes to its editor; stays with the faults otherwise. */
    public void create() throws IOException {
        try {
            addCategoriesOfPreset();
            String made = questionnaires
                    .create(visitor.getCaller(), place.getWorkspaceId(), document())
                    .document()
                    .key();
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("questionnaires", made));
        } catch (Problem problem) {
            show(problem);
        }
    }

    /** A preset measures the five dimensions of service quality; those that the workspace lacks come with it. */
    private void addCategoriesOfPreset() {
        if (!beginning.equals(BLANK)) {
            Set<String> measured = Presets.of(beginning)
                    .items()
                    .flatMap(item -> item.category().stream())
                    .collect(Collectors.toSet());
            categories.addMissing(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    CategoryTree.SERVICE_QUALITY.categories().stream()
                            .filter(category -> measured.contains(category.key()))
                            .toList());
        }
    }

    private Questionnaire document() {
        List<String> languages = workspace.getLanguages();
        LocalizedText named = title.isBlank() ? LocalizedText.EMPTY : LocalizedText.of(languages.get(0), title.strip());
        if (beginning.equals(BLANK)) {
            return new Questionnaire(
                    key,
                    named,
                    languages,
                    LocalizedText.EMPTY,
                    LocalizedText.EMPTY,
                    true,
                    List.of(new Section("s1", LocalizedText.EMPTY, LocalizedText.EMPTY, List.of())));
        }
        Questionnaire preset = Presets.of(beginning, key);
        return new Questionnaire(
                key,
                title.isBlank() ? preset.title() : preset.title().with(languages.get(0), title.strip()),
                languages,
                preset.introduction(),
                preset.thanks(),
                preset.onePage(),
                preset.sections());
    }

    private void show(Problem problem) {
        for (Violation violation : problem.violations()) {
            if (violation.pointer().equals("/key")) {
                keyError = text.violation(violation);
            } else if (violation.pointer().startsWith("/title")) {
                titleError = text.violation(violation);
            } else {
                error = text.violation(violation);
            }
        }
        if (problem.violations().isEmpty()) {
            keyError = text.problem(problem);
        }
    }

    public String getBeginning() {
        return beginning;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key.strip();
    }

    public String getKeyError() {
        return keyError;
    }

    public String getTitleError() {
        return titleError;
    }

    public String getError() {
        return error;
    }
}
