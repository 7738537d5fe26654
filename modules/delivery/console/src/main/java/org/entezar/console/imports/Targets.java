package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.collection.ColumnTarget;
import org.entezar.console.Text;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/** What columns can hold, in words. */
@RequestScoped
class Targets {

    private static final int LONGEST_TEXT = 60;

    @Inject
    Text text;

    /** Everything that the questionnaire's items can take, as targets and in words. */
    Map<ColumnTarget, String> answers(Questionnaire questionnaire) {
        Map<ColumnTarget, String> answers = new LinkedHashMap<>();
        questionnaire.items().forEach(item -> {
            if (item.type() == ItemType.RATING) {
                item.facets()
                        .forEach(facet -> answers.put(
                                ColumnTarget.answer(item.key(), facet), facet(facet) + " · " + named(item)));
            } else {
                answers.put(ColumnTarget.answer(item.key()), named(item));
            }
        });
        return answers;
    }

    private String named(Item item) {
        String words = text.best(item.text());
        String shown = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) + "…" : words;
        return shown.isEmpty() || shown.equalsIgnoreCase(item.key()) ? item.key() : item.key() + " · " + shown;
    }

    String facet(Facet facet) {
        return text.get("editor.facet." + facet.key());
    }

    /** What a column can hold besides answers. */
    List<TargetOption> others(String group) {
        List<TargetOption> others = new ArrayList<>();
        others.add(new TargetOption(ColumnTarget.IGNORE.toString(), text.get("imports.target.ignore")));
        others.add(new TargetOption(ColumnTarget.context(group).toString(), text.of("imports.target.group", group)));
        others.add(new TargetOption(ColumnTarget.ID.toString(), text.get("imports.target.id")));
        others.add(new TargetOption(ColumnTarget.SUBMITTED_AT.toString(), text.get("imports.target.submittedAt")));
        others.add(new TargetOption(ColumnTarget.LANGUAGE.toString(), text.get("imports.target.language")));
        return others;
    }

    /** What a column holds, in words. */
    String words(ColumnTarget target, Map<ColumnTarget, String> answers) {
        return switch (target.kind()) {
            case ANSWER -> answers.getOrDefault(target, target.toString());
            case CONTEXT -> text.of("imports.target.group", target.key());
            case ID -> text.get("imports.target.id");
            case SUBMITTED_AT -> text.get("imports.target.submittedAt");
            case LANGUAGE -> text.get("imports.target.language");
            case IGNORE -> text.get("imports.target.ignore");
        };
    }
}
