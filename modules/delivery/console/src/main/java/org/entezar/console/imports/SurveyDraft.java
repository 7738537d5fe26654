package org.entezar.console.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.FileColumn;
import org.entezar.collection.FileSurvey;
import org.entezar.collection.ImportMapping;
import org.entezar.console.imports.AskedItem.AskedColumn;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Scale;
import org.entezar.questionnaire.Section;

/** Makes the questionnaire and the mapping that a form about a file describes. */
final class SurveyDraft {

    /** Begins the pointer to an item, which its key ends. */
    static final String ITEM = "/items/";

    private static final Set<Facet> KANO = EnumSet.of(Facet.FUNCTIONAL, Facet.DYSFUNCTIONAL);

    private final String key;
    private final String title;
    private final String language;
    private final List<FileColumn> columns;
    private final FileSurvey proposed;
    private final Map<Integer, ColumnTarget> targets = new TreeMap<>();
    private final List<Violation> faults = new ArrayList<>();

    SurveyDraft(String key, String title, String language, List<FileColumn> columns, FileSurvey proposed) {
        this.key = key;
        this.title = title;
        this.language = language;
        this.columns = columns;
        this.proposed = proposed;
    }

    FileSurvey made(List<AskedGroup> groups, List<AskedColumn> others) {
        List<Section> sections = new ArrayList<>();
        for (AskedGroup group : groups) {
            List<Item> items = new ArrayList<>();
            for (AskedItem asked : group.items()) {
                item(group, asked).ifPresent(items::add);
            }
            if (!items.isEmpty()) {
                sections.add(new Section(group.key(), words(group.heading()), LocalizedText.EMPTY, items));
            }
        }
        others.forEach(column -> targets.put(column.index(), other(column)));
        Problem.throwIfAny(faults);
        List<ColumnTarget> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            all.add(targets.getOrDefault(i, ColumnTarget.IGNORE));
        }
        Questionnaire document = new Questionnaire(
                key, words(title), List.of(language), LocalizedText.EMPTY, LocalizedText.EMPTY, false, sections);
        ImportMapping guessed = proposed.mapping();
        return new FileSurvey(document, new ImportMapping(all, guessed.dateOrder(), guessed.timeZone()));
    }

    private LocalizedText words(String text) {
        return text.isBlank() ? LocalizedText.EMPTY : LocalizedText.of(language, text.strip());
    }

    /** The item, unless none of its columns answers it any more. */
    private Optional<Item> item(AskedGroup group, AskedItem asked) {
        Item guessed = proposed.questionnaire().item(asked.key()).orElseThrow();
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        boolean answered = false;
        for (AskedColumn column : asked.columns()) {
            Optional<Facet> facet = facet(column.choice());
            if (facet.isPresent()) {
                if (!facets.add(facet.get())) {
                    faults.add(Violation.at(ITEM + asked.key(), ErrorCode.DUPLICATE_KEY, column.name()));
                }
                targets.put(column.index(), ColumnTarget.answer(asked.key(), facet.get()));
            } else if (column.choice().equals("answer") && guessed.type() != ItemType.RATING) {
                answered = true;
                targets.put(column.index(), ColumnTarget.answer(asked.key()));
            } else {
                targets.put(column.index(), other(column));
            }
        }
        if (facets.isEmpty() && !answered) {
            return Optional.empty();
        }
        return Optional.of(new Item(
                asked.key(),
                facets.isEmpty() ? guessed.type() : ItemType.RATING,
                Optional.empty(),
                words(asked.text()),
                LocalizedText.EMPTY,
                List.copyOf(facets),
                facets.isEmpty() ? Optional.empty() : Optional.of(scale(group, facets)),
                List.of(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Scale scale(AskedGroup group, Set<Facet> facets) {
        if (facets.equals(KANO)) {
            return Scale.KANO_PAIR;
        }
        return group.scale().isEmpty() ? new Scale(1, 5, Map.of(), Optional.empty()) : points(group.scale());
    }

    /** Reads {@code 1-7}. */
    static Scale points(String written) {
        if (!written.matches("\\d{1,2}-\\d{1,2}")) {
            throw new Problem(ErrorCode.NOT_AN_OPTION, written);
        }
        String[] ends = written.split("-", 2);
        return new Scale(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), Map.of(), Optional.empty());
    }

    private static Optional<Facet> facet(String choice) {
        for (Facet facet : Facet.values()) {
            if (facet.key().equals(choice)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }

    private ColumnTarget other(AskedColumn column) {
        return switch (column.choice()) {
            case "context" -> ColumnTarget.context(columns.get(column.index()).group());
            case "id" -> ColumnTarget.ID;
            case "submittedAt" -> ColumnTarget.SUBMITTED_AT;
            case "language" -> ColumnTarget.LANGUAGE;
            default -> ColumnTarget.IGNORE;
        };
    }
}
