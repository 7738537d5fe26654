package org.entezar.console.questionnaires;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.questionnaire.DocumentChange;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;

/** Puts differences between two states of a questionnaire into words. */
@RequestScoped
public class ChangeWords {

    /**
     * One difference, as people read it.
     *
     * @param what what happened, to what
     * @param before as it was; empty where it was not
     * @param after as it is; empty where it is gone
     * @param comparable whether answers from before and after may stand in one figure
     */
    public record Line(String what, String before, String after, boolean comparable) {}

    @Inject
    Text text;

    @Inject
    Format format;

    /**
     * The lines for the changes.
     *
     * @param document where subjects that still exist are looked up by their texts
     */
    public List<Line> lines(List<DocumentChange> changes, Questionnaire document) {
        return changes.stream()
                .map(change -> new Line(
                        what(change, document),
                        change.before().orElse(""),
                        change.after().orElse(""),
                        change.kind().isComparable()))
                .toList();
    }

    private String what(DocumentChange change, Questionnaire document) {
        String key = "changes." + change.kind().name().toLowerCase(Locale.ROOT);
        String said = text.of(key, subject(change.subject(), document));
        return change.language()
                .map(tag -> said + " (" + format.language(tag) + ")")
                .orElse(said);
    }

    private String subject(String subject, Questionnaire document) {
        if (subject.isEmpty()) {
            return "";
        }
        String item = subject.split("/", 2)[0];
        String shown = document.item(item)
                .map(Item::text)
                .map(text::best)
                .or(() -> document.sections().stream()
                        .filter(section -> section.key().equals(item))
                        .map(section -> text.best(section.title()))
                        .findFirst())
                .filter(found -> !found.isEmpty())
                .orElse(subject);
        return shown.length() > 60 ? shown.substring(0, 58) + "…" : shown;
    }
}
