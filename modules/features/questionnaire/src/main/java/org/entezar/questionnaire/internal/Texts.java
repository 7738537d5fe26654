package org.entezar.questionnaire.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Option;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Section;
import org.entezar.questionnaire.Untranslated;

/** Every text of a document with its place, in the order of reading. */
public final class Texts {

    private static final int TITLE = 200;
    private static final int PARAGRAPHS = 5000;
    private static final int STATEMENT = 1000;
    private static final int OPTION = 300;
    private static final int LABEL = 100;

    /**
     * One text.
     *
     * @param pointer its place
     * @param text in its languages
     * @param longest most characters in each
     * @param needed whether the document is not complete without it
     */
    record Place(String pointer, LocalizedText text, int longest, boolean needed) {}

    private Texts() {}

    static List<Place> of(Questionnaire document) {
        List<Place> places = new ArrayList<>();
        places.add(new Place("/title", document.title(), TITLE, true));
        places.add(new Place("/introduction", document.introduction(), PARAGRAPHS, false));
        places.add(new Place("/thanks", document.thanks(), PARAGRAPHS, false));
        for (int section = 0; section < document.sections().size(); section++) {
            ofSection("/sections/" + section, document.sections().get(section), places);
        }
        return places;
    }

    private static void ofSection(String pointer, Section section, List<Place> places) {
        places.add(new Place(pointer + "/title", section.title(), TITLE, false));
        places.add(new Place(pointer + "/text", section.text(), PARAGRAPHS, false));
        for (int item = 0; item < section.items().size(); item++) {
            ofItem(pointer + "/items/" + item, section.items().get(item), places);
        }
    }

    private static void ofItem(String pointer, Item item, List<Place> places) {
        places.add(new Place(pointer + "/text", item.text(), STATEMENT, true));
        places.add(new Place(pointer + "/help", item.help(), STATEMENT, false));
        item.scale().ifPresent(scale -> new TreeMap<>(scale.labels())
                .forEach((point, label) ->
                        places.add(new Place(pointer + "/scale/labels/" + point, label, LABEL, true))));
        for (int place = 0; place < item.options().size(); place++) {
            Option option = item.options().get(place);
            places.add(new Place(pointer + "/options/" + place + "/text", option.text(), OPTION, true));
        }
    }

    /** What is missing in each of the document's languages, in the order of languages and then of reading. */
    public static List<Untranslated> missing(Questionnaire document) {
        List<Untranslated> missing = new ArrayList<>();
        List<Place> places = of(document);
        for (String language : document.languages()) {
            for (Place place : places) {
                boolean wanted = place.needed() || !place.text().isEmpty();
                if (wanted && place.text().in(language).isEmpty()) {
                    String reference = place.text().best(document.languages().get(0), language);
                    missing.add(new Untranslated(language, place.pointer(), reference));
                }
            }
        }
        return missing;
    }
}
