package org.entezar.console.questionnaires;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern SCALE = Pattern.compile("(?:kano )?(\\d+)-(\\d+)");

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
                        change.before()
                                .map(value -> shown(change.kind(), value, document))
                                .orElse(""),
                        change.after()
                                .map(value -> shown(change.kind(), value, document))
                                .orElse(""),
                        change.kind().isComparable()))
                .toList();
    }

    /** A value as people call it; texts of the questionnaire as they stand. */
    private String shown(DocumentChange.Kind kind, String value, Questionnaire document) {
        return switch (kind) {
            case FACETS_CHANGED -> each(value, facet -> text.get("editor.facet." + facet));
            case LANGUAGES_CHANGED -> each(value, format::language);
            case TYPE_CHANGED -> text.get("editor.type." + value);
            case REQUIRED_CHANGED, REVERSE_CHANGED, PAGING_CHANGED -> text.get("changes." + value);
            case SCALE_CHANGED -> scale(value);
            case SECTION_MOVED, ITEM_MOVED -> place(value, document);
            case SECTION_ADDED, SECTION_REMOVED -> subject(value, document);
            default -> value;
        };
    }

    private static String each(String values, UnaryOperator<String> shown) {
        return Arrays.stream(values.split(", ")).map(shown).collect(Collectors.joining(" · "));
    }

    private String scale(String value) {
        Matcher ends = SCALE.matcher(value);
        return ends.matches()
                ? text.of("changes.scale", Integer.valueOf(ends.group(1)), Integer.valueOf(ends.group(2)))
                : value;
    }

    /** A number is a place in the order; anything else is the section that it stands in. */
    private String place(String value, Questionnaire document) {
        return value.matches("\\d{1,4}")
                ? text.of("changes.place", Integer.valueOf(value))
                : text.of("changes.in_section", subject(value, document));
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
