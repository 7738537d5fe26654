package org.entezar.questionnaire.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.DocumentChange;
import org.entezar.questionnaire.DocumentChange.Kind;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Option;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Section;

/** What differs between two states of a document. Things are the same when their keys are, wherever they stand. */
public final class Differences {

    private final List<DocumentChange> changes = new ArrayList<>();

    private Differences() {}

    /** The changes in the order of reading the later state, removals last. */
    public static List<DocumentChange> between(Questionnaire before, Questionnaire after) {
        Differences differences = new Differences();
        differences.ofDocument(before, after);
        differences.ofSections(before, after);
        differences.ofItems(before, after);
        return List.copyOf(differences.changes);
    }

    private void ofDocument(Questionnaire before, Questionnaire after) {
        texts(Kind.TITLE_CHANGED, "", before.title(), after.title());
        texts(Kind.INTRODUCTION_CHANGED, "", before.introduction(), after.introduction());
        texts(Kind.THANKS_CHANGED, "", before.thanks(), after.thanks());
        value(Kind.LANGUAGES_CHANGED, "", String.join(", ", before.languages()), String.join(", ", after.languages()));
        value(Kind.PAGING_CHANGED, "", paging(before), paging(after));
    }

    private static String paging(Questionnaire document) {
        return document.onePage() ? "one-page" : "page-per-section";
    }

    private void ofSections(Questionnaire before, Questionnaire after) {
        Map<String, Section> old = byKey(before.sections(), Section::key);
        Map<String, Section> now = byKey(after.sections(), Section::key);
        appeared(Kind.SECTION_ADDED, old, now);
        old.forEach((key, section) -> {
            Section later = now.get(key);
            if (later != null) {
                texts(Kind.SECTION_TEXT_CHANGED, key, section.title(), later.title());
                texts(Kind.SECTION_TEXT_CHANGED, key, section.text(), later.text());
            }
        });
        moved(Kind.SECTION_MOVED, List.copyOf(old.keySet()), List.copyOf(now.keySet()));
        disappeared(Kind.SECTION_REMOVED, old, now);
    }

    private void ofItems(Questionnaire before, Questionnaire after) {
        Map<String, Item> old = byKey(before.items().toList(), Item::key);
        Map<String, Item> now = byKey(after.items().toList(), Item::key);
        now.forEach((key, later) -> {
            Item item = old.get(key);
            if (item == null) {
                changes.add(new DocumentChange(
                        Kind.ITEM_ADDED, key, Optional.empty(), Optional.empty(), shown(later.text(), after)));
            } else {
                ofItem(item, later);
            }
        });
        moved(Kind.ITEM_MOVED, List.copyOf(old.keySet()), List.copyOf(now.keySet()));
        movedAcross(before, after);
        old.forEach((key, item) -> {
            if (!now.containsKey(key)) {
                changes.add(new DocumentChange(
                        Kind.ITEM_REMOVED, key, Optional.empty(), shown(item.text(), before), Optional.empty()));
            }
        });
    }

    private static Optional<String> shown(LocalizedText text, Questionnaire document) {
        return Optional.of(text.best(document.languages().get(0), "en"));
    }

    private void ofItem(Item before, Item after) {
        String key = after.key();
        texts(Kind.TEXT_CHANGED, key, before.text(), after.text());
        texts(Kind.HELP_CHANGED, key, before.help(), after.help());
        value(Kind.TYPE_CHANGED, key, before.type().key(), after.type().key());
        value(Kind.FACETS_CHANGED, key, facets(before), facets(after));
        value(Kind.SCALE_CHANGED, key, points(before), points(after));
        labels(before, after);
        value(Kind.REVERSE_CHANGED, key, String.valueOf(before.reverse()), String.valueOf(after.reverse()));
        value(Kind.CATEGORY_CHANGED, key, before.category(), after.category());
        value(Kind.REQUIRED_CHANGED, key, String.valueOf(before.required()), String.valueOf(after.required()));
        value(Kind.CONDITION_CHANGED, key, before.showIf(), after.showIf());
        value(Kind.RANGE_CHANGED, key, range(before), range(after));
        options(before, after);
    }

    private static String facets(Item item) {
        return item.facets().stream().map(facet -> facet.key()).collect(Collectors.joining(", "));
    }

    private static Optional<String> points(Item item) {
        return item.scale()
                .map(scale -> scale.preset().map(preset -> preset + " ").orElse("") + scale.min() + "-" + scale.max());
    }

    private static Optional<String> range(Item item) {
        if (item.min().isEmpty() && item.max().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(item.min().map(String::valueOf).orElse("") + "…"
                + item.max().map(String::valueOf).orElse(""));
    }

    private void labels(Item before, Item after) {
        Map<Integer, LocalizedText> old =
                before.scale().map(scale -> scale.labels()).orElse(Map.of());
        Map<Integer, LocalizedText> now =
                after.scale().map(scale -> scale.labels()).orElse(Map.of());
        TreeSet<Integer> points = new TreeSet<>(old.keySet());
        points.addAll(now.keySet());
        for (Integer point : points) {
            texts(
                    Kind.SCALE_LABEL_CHANGED,
                    after.key() + "/" + point,
                    old.getOrDefault(point, LocalizedText.EMPTY),
                    now.getOrDefault(point, LocalizedText.EMPTY));
        }
    }

    private void options(Item before, Item after) {
        Map<String, Option> old = byKey(before.options(), Option::key);
        Map<String, Option> now = byKey(after.options(), Option::key);
        now.forEach((key, option) -> {
            Option earlier = old.get(key);
            String subject = after.key() + "/" + key;
            if (earlier == null) {
                changes.add(change(Kind.OPTION_ADDED, subject, Optional.empty(), Optional.of(key)));
            } else {
                texts(Kind.OPTION_TEXT_CHANGED, subject, earlier.text(), option.text());
            }
        });
        old.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> changes.add(
                        change(Kind.OPTION_REMOVED, after.key() + "/" + key, Optional.of(key), Optional.empty())));
    }

    /** Reports what left its place among the things that both states have: as few of them as explain the new order. */
    private void moved(Kind kind, List<String> before, List<String> after) {
        List<String> old = before.stream().filter(after::contains).toList();
        List<String> now = after.stream().filter(before::contains).toList();
        List<String> stayed = CommonOrder.of(old, now);
        now.stream()
                .filter(key -> !stayed.contains(key))
                .forEach(key -> changes.add(change(
                        kind,
                        key,
                        Optional.of(String.valueOf(before.indexOf(key) + 1)),
                        Optional.of(String.valueOf(after.indexOf(key) + 1)))));
    }

    /** Reports items that stand in another section without having left the order of all items. */
    private void movedAcross(Questionnaire before, Questionnaire after) {
        Map<String, String> old = sectionsOfItems(before);
        Map<String, String> now = sectionsOfItems(after);
        now.forEach((item, section) -> {
            String earlier = old.get(item);
            boolean reported = changes.stream()
                    .anyMatch(change ->
                            change.kind() == Kind.ITEM_MOVED && change.subject().equals(item));
            if (earlier != null && !earlier.equals(section) && !reported) {
                changes.add(change(Kind.ITEM_MOVED, item, Optional.of(earlier), Optional.of(section)));
            }
        });
    }

    private static Map<String, String> sectionsOfItems(Questionnaire document) {
        Map<String, String> sections = new LinkedHashMap<>();
        document.sections()
                .forEach(section -> section.items().forEach(item -> sections.put(item.key(), section.key())));
        return sections;
    }

    private void appeared(Kind kind, Map<String, ?> before, Map<String, ?> after) {
        after.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .forEach(key -> changes.add(change(kind, key, Optional.empty(), Optional.of(key))));
    }

    private void disappeared(Kind kind, Map<String, ?> before, Map<String, ?> after) {
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> changes.add(change(kind, key, Optional.of(key), Optional.empty())));
    }

    private void texts(Kind kind, String subject, LocalizedText before, LocalizedText after) {
        TreeSet<String> languages = new TreeSet<>(before.texts().keySet());
        languages.addAll(after.texts().keySet());
        for (String language : languages) {
            if (!before.in(language).equals(after.in(language))) {
                changes.add(new DocumentChange(
                        kind, subject, Optional.of(language), before.in(language), after.in(language)));
            }
        }
    }

    private void value(Kind kind, String subject, String before, String after) {
        value(kind, subject, Optional.of(before), Optional.of(after));
    }

    private void value(Kind kind, String subject, Optional<String> before, Optional<String> after) {
        if (!Objects.equals(before, after)) {
            changes.add(change(kind, subject, before, after));
        }
    }

    private static DocumentChange change(Kind kind, String subject, Optional<String> before, Optional<String> after) {
        return new DocumentChange(kind, subject, Optional.empty(), before, after);
    }

    private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
        Map<String, T> byKey = new LinkedHashMap<>();
        things.forEach(thing -> byKey.put(key.apply(thing), thing));
        return byKey;
    }
}
