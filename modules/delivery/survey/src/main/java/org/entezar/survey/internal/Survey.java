package org.entezar.survey.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.entezar.collection.Visits;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Routing;
import org.entezar.questionnaire.Section;

/** A published questionnaire cut into pages, its conditions parsed; kept as long as it is asked. */
final class Survey {

    private final Questionnaire document;
    private final Routing routing;
    private final List<List<Section>> pages;

    Survey(Questionnaire document) {
        this.document = document;
        this.routing = Routing.of(document);
        this.pages = document.onePage()
                ? List.of(document.sections())
                : document.sections().stream().map(List::of).toList();
    }

    Questionnaire document() {
        return document;
    }

    int pages() {
        return pages.size();
    }

    List<Section> sections(int page) {
        return pages.get(page);
    }

    /** The page as visits are counted on it. */
    Visits.Page place(int page) {
        return new Visits.Page(page, pages.get(page).get(0).key());
    }

    List<Item> items(int page) {
        return pages.get(page).stream()
                .flatMap(section -> section.items().stream())
                .toList();
    }

    boolean hasPage(int page) {
        return page >= 0 && page < pages.size();
    }

    /** The answers to items that were asked of somebody who answers so. */
    Map<String, JsonNode> asked(Map<String, JsonNode> answers) {
        return routing.asked(answers);
    }

    /** Items of the page that are shown to somebody who gave these answers, conditional ones included. */
    List<Item> shown(int page, Map<String, JsonNode> asked) {
        return items(page).stream().filter(item -> routing.isShown(item, asked)).toList();
    }

    /** Keys of the conditional items among them. */
    List<String> revealed(int page, Map<String, JsonNode> asked) {
        return shown(page, asked).stream()
                .filter(item -> !routing.isAlwaysShown(item))
                .map(Item::key)
                .toList();
    }

    /** The nearest page in a direction on which something is asked. */
    OptionalInt neighbour(int page, int direction, Map<String, JsonNode> asked) {
        for (int next = page + direction; hasPage(next); next += direction) {
            if (!shown(next, asked).isEmpty()) {
                return OptionalInt.of(next);
            }
        }
        return OptionalInt.empty();
    }

    /** Page of the item, the first when it is on none. */
    int pageOf(String key) {
        for (int page = 0; page < pages.size(); page++) {
            if (items(page).stream().anyMatch(item -> item.key().equals(key))) {
                return page;
            }
        }
        return 0;
    }

    /** The answers to items of other pages. */
    Map<String, JsonNode> others(int page, Map<String, JsonNode> answers) {
        Map<String, JsonNode> others = new LinkedHashMap<>(answers);
        items(page).forEach(item -> others.remove(item.key()));
        return others;
    }
}
