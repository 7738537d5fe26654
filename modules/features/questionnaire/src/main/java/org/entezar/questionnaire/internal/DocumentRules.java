package org.entezar.questionnaire.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Section;

/**
 * What a document must satisfy. To be kept as a draft it must be well-formed; to be published it must be complete as
 * well.
 */
public final class DocumentRules {

    private static final int MOST_SECTIONS = 60;
    private static final int MOST_ITEMS = 400;
    private static final int MOST_CODED_ANSWERS = 1000;
    private static final int MOST_LANGUAGES = 20;

    private DocumentRules() {}

    /** The faults that keep a document from being a draft. */
    public static List<Violation> faults(Questionnaire document) {
        List<Violation> faults = new ArrayList<>();
        Keys.check("/key", document.key(), new HashSet<>(), faults);
        checkLanguages(document.languages(), faults);
        if (isTooLarge(document, faults)) {
            return faults;
        }
        Texts.of(document).forEach(place -> faults.addAll(place.text().faults(place.pointer(), place.longest())));
        Set<String> sections = new HashSet<>();
        Set<String> items = new HashSet<>();
        ConditionRules conditions = new ConditionRules();
        for (int place = 0; place < document.sections().size(); place++) {
            Section section = document.sections().get(place);
            String pointer = "/sections/" + place;
            Keys.check(pointer + "/key", section.key(), sections, faults);
            for (int at = 0; at < section.items().size(); at++) {
                Item item = section.items().get(at);
                String here = pointer + "/items/" + at;
                Keys.check(here + "/key", item.key(), items, faults);
                item.category()
                        .ifPresent(category -> Keys.check(here + "/category", category, new HashSet<>(), faults));
                faults.addAll(ItemRules.faults(item, here));
                conditions.check(item, here, faults);
            }
        }
        return faults;
    }

    private static boolean isTooLarge(Questionnaire document, List<Violation> faults) {
        if (document.sections().size() > MOST_SECTIONS) {
            faults.add(Violation.at("/sections", ErrorCode.TOO_MANY, MOST_SECTIONS));
            return true;
        }
        if (document.items().count() > MOST_ITEMS || Codebook.of(document).size() > MOST_CODED_ANSWERS) {
            faults.add(Violation.at("/sections", ErrorCode.TOO_MANY, MOST_ITEMS));
            return true;
        }
        return false;
    }

    private static void checkLanguages(List<String> languages, List<Violation> faults) {
        if (languages.isEmpty()) {
            faults.add(Violation.at("/languages", ErrorCode.REQUIRED));
        }
        if (languages.size() > MOST_LANGUAGES) {
            faults.add(Violation.at("/languages", ErrorCode.TOO_MANY, MOST_LANGUAGES));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < languages.size(); place++) {
            String tag = languages.get(place);
            if (!Language.isTag(tag)) {
                faults.add(Violation.at("/languages/" + place, ErrorCode.UNKNOWN_LANGUAGE, Keys.shown(tag)));
            } else if (!seen.add(tag)) {
                faults.add(Violation.at("/languages/" + place, ErrorCode.DUPLICATE_KEY, tag));
            }
        }
    }

    /**
     * The faults that keep a draft from being published: nothing is asked, a text is missing in the first language, to
     * which all others fall back, or an item measures a category that the workspace does not have.
     */
    public static List<Violation> obstacles(Questionnaire document, CategoryTree categories) {
        List<Violation> obstacles = new ArrayList<>(faults(document));
        if (document.items().findAny().isEmpty()) {
            obstacles.add(Violation.at("/sections", ErrorCode.REQUIRED));
        }
        String first =
                document.languages().isEmpty() ? "en" : document.languages().get(0);
        Texts.missing(document).stream()
                .filter(missing -> missing.language().equals(first))
                .map(missing -> Violation.at(missing.pointer(), ErrorCode.MISSING_TRANSLATION, first))
                .forEach(obstacles::add);
        for (int place = 0; place < document.sections().size(); place++) {
            List<Item> items = document.sections().get(place).items();
            for (int at = 0; at < items.size(); at++) {
                String here = "/sections/" + place + "/items/" + at + "/category";
                items.get(at)
                        .category()
                        .filter(key -> categories.find(key).isEmpty())
                        .ifPresent(key -> obstacles.add(Violation.at(here, ErrorCode.UNKNOWN_KEY, key)));
            }
        }
        return obstacles;
    }
}
