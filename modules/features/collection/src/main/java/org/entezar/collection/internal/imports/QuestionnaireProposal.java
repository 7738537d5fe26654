package org.entezar.collection.internal.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.FileSurvey;
import org.entezar.collection.ImportMapping;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Scale;
import org.entezar.questionnaire.Section;

/**
 * Makes a questionnaire out of a file that came without one, so that its figures can be seen within the hour. Columns
 * that share a name but for a last word such as {@code e} and {@code p} become one item in several facets; columns that
 * share letters before their number become a section and share a scale. Columns of groups, times and ids are no
 * questions. What it makes is a draft for people to mend.
 */
final class QuestionnaireProposal {

    private static final int MOST_POINT = 10;
    private static final List<Integer> HIGHEST = List.of(5, 7, 9, 10);

    private final String language;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final List<ColumnTarget> targets = new ArrayList<>();

    /** Columns that share the letters before their number. */
    private static final class Group {
        private final Map<String, Question> questions = new LinkedHashMap<>();
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;
    }

    /** Columns of one item. */
    private static final class Question {
        private final String label;
        private final Set<Facet> facets = new LinkedHashSet<>();

        Question(String label) {
            this.label = label;
        }
    }

    private QuestionnaireProposal(String language) {
        this.language = language;
    }

    static FileSurvey propose(
            String key,
            LocalizedText title,
            String language,
            List<String> columns,
            List<ColumnSample> samples,
            String timeZone) {
        QuestionnaireProposal proposal = new QuestionnaireProposal(language);
        proposal.collect(columns, samples);
        Questionnaire document = new Questionnaire(
                key, title, List.of(language), LocalizedText.EMPTY, LocalizedText.EMPTY, false, proposal.sections());
        ImportMapping guessed = MappingProposal.propose(Optional.of(document), columns, samples, timeZone);
        List<ColumnTarget> targets = new ArrayList<>(proposal.targets);
        for (int i = 0; i < targets.size(); i++) {
            ColumnTarget other = guessed.targets().get(i);
            if (targets.get(i).kind() == ColumnTarget.Kind.IGNORE && other.kind() != ColumnTarget.Kind.ANSWER) {
                targets.set(i, other);
            }
        }
        return new FileSurvey(document, new ImportMapping(targets, guessed.dateOrder(), timeZone));
    }

    private void collect(List<String> columns, List<ColumnSample> samples) {
        Map<String, Set<Facet>> siblings = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnName name = ColumnName.of(columns.get(i));
            if (isQuestion(columns.get(i), samples.get(i))) {
                siblings.computeIfAbsent(name.base(), base -> EnumSet.noneOf(Facet.class))
                        .addAll(name.facets());
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnSample sample = samples.get(i);
            targets.add(ColumnTarget.IGNORE);
            if (!isQuestion(columns.get(i), sample)) {
                continue;
            }
            ColumnName name = ColumnName.of(columns.get(i));
            Optional<Facet> facet = facet(name, siblings.getOrDefault(name.base(), Set.of()));
            String base = facet.isPresent() ? name.base() : CellText.fold(columns.get(i));
            String key = key(base, i);
            String label = facet.isPresent()
                    ? columns.get(i)
                            .substring(0, Math.min(base.length(), columns.get(i).length()))
                    : columns.get(i);
            Group group = groups.computeIfAbsent(prefix(key), prefix -> new Group());
            Question question = group.questions.computeIfAbsent(key, made -> new Question(label));
            Facet sense = facet.orElse(Facet.PERCEIVED);
            if (question.facets.add(sense)) {
                targets.set(i, isNps(key) ? ColumnTarget.answer(key) : ColumnTarget.answer(key, sense));
            }
            group.min = Math.min(group.min, sample.min());
            group.max = Math.max(group.max, sample.max());
        }
    }

    private static boolean isQuestion(String column, ColumnSample sample) {
        return !MappingProposal.isOfTheOccasion(column) && sample.isRating();
    }

    /** The facet that the last word means beside its siblings: {@code d} is dysfunctional beside {@code f}. */
    private static Optional<Facet> facet(ColumnName name, Set<Facet> siblings) {
        if (name.facets().size() > 1 && siblings.contains(Facet.FUNCTIONAL)) {
            return Optional.of(Facet.DYSFUNCTIONAL);
        }
        return name.facets().stream().findFirst();
    }

    /** Names in other scripts have no letters for a key, and long ones may begin alike: both go by their place. */
    private String key(String base, int column) {
        return keys.computeIfAbsent(base, name -> {
            String key = ColumnName.key(name);
            return key.isEmpty() || keys.containsValue(key) ? "q" + (column + 1) : key;
        });
    }

    private static boolean isNps(String key) {
        return key.equals("nps");
    }

    private static String prefix(String key) {
        String letters = key.replaceAll("[0-9].*$", "").replaceAll("[_-]+$", "");
        int separator = letters.indexOf('_');
        String first = separator > 0 ? letters.substring(0, separator) : letters;
        return first.isEmpty() ? key : first;
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        groups.forEach((prefix, group) -> {
            List<Item> items = new ArrayList<>();
            group.questions.forEach((key, question) -> items.add(item(key, question, group)));
            sections.add(new Section(
                    "s_" + (prefix.length() > 36 ? prefix.substring(0, 36) : prefix),
                    LocalizedText.of(language, prefix),
                    LocalizedText.EMPTY,
                    items));
        });
        return sections;
    }

    private Item item(String key, Question question, Group group) {
        Set<Facet> kano = EnumSet.of(Facet.FUNCTIONAL, Facet.DYSFUNCTIONAL);
        boolean nps = isNps(key);
        boolean isKano = question.facets.equals(kano);
        List<Facet> facets = question.facets.stream().sorted().toList();
        return new Item(
                key,
                nps ? ItemType.NPS : ItemType.RATING,
                Optional.empty(),
                LocalizedText.of(language, question.label),
                LocalizedText.EMPTY,
                nps ? List.of() : facets,
                nps ? Optional.empty() : Optional.of(isKano ? Scale.KANO_PAIR : scale(group)),
                List.of(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Scale scale(Group group) {
        int min = group.min == 0 ? 0 : 1;
        if (min == 0) {
            return new Scale(0, group.max <= 4 ? 4 : group.max <= 6 ? 6 : 10, Map.of(), Optional.empty());
        }
        int max = HIGHEST.stream().filter(high -> high >= group.max).findFirst().orElse(MOST_POINT);
        return new Scale(1, max, Map.of(), Optional.empty());
    }
}
