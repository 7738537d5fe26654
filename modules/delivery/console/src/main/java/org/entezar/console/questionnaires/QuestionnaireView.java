package org.entezar.console.questionnaires;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Exchange;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.CauseWords;
import org.entezar.console.past.PastSwitch;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.history.Moment;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.Draft;
import org.entezar.questionnaire.PastDraft;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;
import org.entezar.questionnaire.VersionSummary;
import org.jspecify.annotations.Nullable;

/** One questionnaire: its draft for the editor, its versions, one version. In views: {@code questionnaireView}. */
@Named("questionnaireView")
@RequestScoped
public class QuestionnaireView {

    private record Start(
            String url,
            String address,
            String bank,
            String me,
            Questionnaire document,
            String etag,
            Optional<Integer> publishedVersion,
            List<String> languages,
            CategoryTree categories,
            boolean editable,
            boolean publishable) {}

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
    ChangeWords words;

    @Inject
    PastSwitch past;

    @Inject
    Format format;

    private @Nullable Optional<PastDraft> pastDraft;
    private @Nullable Draft draft;
    private @Nullable Version version;
    private @Nullable List<VersionSummary> versions;

    public String getKey() {
        return place.parameter("questionnaire");
    }

    /** The draft of the time that is asked for; empty for today, and where there was none. */
    private Optional<PastDraft> pastDraft() {
        if (pastDraft == null) {
            pastDraft = past.moment().flatMap(this::draftAt);
        }
        return pastDraft;
    }

    private Optional<PastDraft> draftAt(Instant then) {
        try {
            return Optional.of(
                    questionnaires.draft(visitor.getCaller(), place.getWorkspaceId(), getKey(), Moment.at(then)));
        } catch (Problem none) {
            if (none.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /** Whether the time that is asked for knew no such questionnaire. */
    public boolean isMissing() {
        return past.isActive() && pastDraft().isEmpty();
    }

    /** Who had saved the draft of that time, and when. */
    public String getPastLead() {
        return pastDraft()
                .map(then -> text.of(
                        "past.questionnaire.lead", CauseWords.person(then.savedBy()), format.dateTime(then.savedAt())))
                .orElse("");
    }

    private Draft draft() {
        if (draft == null) {
            draft = questionnaires.draft(visitor.getCaller(), place.getWorkspaceId(), getKey());
        }
        return draft;
    }

    /** The draft's title in the visitor's language, else the key. */
    public String getTitle() {
        String title = past.isActive()
                ? pastDraft().map(then -> text.best(then.document().title())).orElse("")
                : text.best(draft().document().title());
        return title.isEmpty() ? getKey() : title;
    }

    /** JSON for the script of the editor. */
    public String getStart() {
        if (past.isActive()) {
            return Exchange.embedded(new Start(
                    "",
                    place.to("questionnaires", getKey()),
                    place.to("item-bank"),
                    visitor.getName(),
                    pastDraft().orElseThrow().document(),
                    "",
                    Optional.empty(),
                    workspace.getLanguages(),
                    categories.tree(
                            visitor.getCaller(),
                            place.getWorkspaceId(),
                            Moment.at(past.moment().orElseThrow())),
                    false,
                    false));
        }
        return Exchange.embedded(new Start(
                place.to("questionnaires", getKey(), "draft"),
                place.to("questionnaires", getKey()),
                place.to("item-bank"),
                visitor.getName(),
                draft().document(),
                draft().etag(),
                draft().publishedVersion(),
                workspace.getLanguages(),
                categories.tree(visitor.getCaller(), place.getWorkspaceId()),
                visitor.may("QUESTIONNAIRE_EDIT"),
                visitor.may("QUESTIONNAIRE_PUBLISH")));
    }

    /** The published versions, the latest first. */
    public List<VersionSummary> getVersions() {
        if (versions == null) {
            versions = questionnaires.versions(visitor.getCaller(), place.getWorkspaceId(), getKey());
        }
        return versions;
    }

    /** What publishing the draft now would change. */
    public List<ChangeWords.Line> getPending() {
        return words.lines(
                questionnaires.pending(visitor.getCaller(), place.getWorkspaceId(), getKey()), draft().document());
    }

    /** The version of the address. */
    public Version getVersion() {
        if (version == null) {
            version = version(number());
        }
        return version;
    }

    private Version version(int number) {
        return questionnaires.version(visitor.getCaller(), place.getWorkspaceId(), getKey(), number);
    }

    private int number() {
        String asked = place.parameter("version");
        if (!asked.matches("[1-9]\\d{0,5}")) {
            throw new Problem(ErrorCode.NOT_FOUND, asked);
        }
        return Integer.parseInt(asked);
    }

    public String getVersionTitle() {
        String title = text.best(getVersion().document().title());
        return title.isEmpty() ? getKey() : title;
    }

    /** What this version changed against the one before; empty for the first. */
    public List<ChangeWords.Line> getVersionChanges() {
        return number() == 1
                ? List.of()
                : words.lines(
                        Questionnaires.changes(
                                version(number() - 1).document(), getVersion().document()),
                        getVersion().document());
    }

    /** The version as JSON for the script that shows it. */
    public String getVersionStart() {
        return Exchange.embedded(new Start(
                "",
                place.to("questionnaires", getKey()),
                place.to("item-bank"),
                visitor.getName(),
                getVersion().document(),
                "",
                Optional.of(number()),
                workspace.getLanguages(),
                categories.tree(visitor.getCaller(), place.getWorkspaceId()),
                false,
                false));
    }
}
