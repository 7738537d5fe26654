package org.entezar.collection.internal.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.ImportMapping.DateOrder;
import org.entezar.collection.internal.answers.OccasionRules;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/**
 * Guesses what the columns of a file hold: first by the keys and texts of the questionnaire's items, then by names that
 * such files use for ids, times, languages and groups. A wrong guess costs a click; a target is given out once.
 */
final class MappingProposal {

    private static final Set<String> IDS = Set.of(
            "id",
            "response id",
            "responseid",
            "response_id",
            "respondent",
            "respondent id",
            "respondentid",
            "respondent_id",
            "record id",
            "شناسه",
            "编号",
            "答卷编号");
    private static final Set<String> TIMES = Set.of(
            "submittedat",
            "submitted at",
            "submitted_at",
            "submitted",
            "submitdate",
            "date",
            "datetime",
            "timestamp",
            "completed",
            "endtime",
            "end time",
            "زمان",
            "تاریخ",
            "زمان ثبت",
            "时间",
            "日期",
            "提交时间",
            "提交答卷时间",
            "타임스탬프");
    private static final Set<String> LANGUAGES = Set.of("language", "lang", "startlanguage", "locale", "زبان", "语言");
    private static final Set<String> SITES = Set.of("site", "branch", "store", "location", "شعبه", "门店", "院区");

    private final Map<String, Item> byName = new HashMap<>();
    private final List<String> columns;
    private final List<ColumnSample> samples;
    private final Set<ColumnTarget> given = new HashSet<>();

    private MappingProposal(Optional<Questionnaire> questionnaire, List<String> columns, List<ColumnSample> samples) {
        this.columns = columns;
        this.samples = samples;
        questionnaire.ifPresent(document -> document.items().forEach(item -> {
            item.text().texts().values().forEach(text -> byName.putIfAbsent(CellText.fold(text), item));
        }));
        questionnaire.ifPresent(document -> document.items().forEach(item -> byName.put(item.key(), item)));
    }

    static ImportMapping propose(
            Optional<Questionnaire> questionnaire, List<String> columns, List<ColumnSample> samples, String timeZone) {
        MappingProposal proposal = new MappingProposal(questionnaire, columns, samples);
        List<ColumnTarget> targets = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            ColumnTarget target = proposal.target(column);
            boolean fresh = target.kind() == ColumnTarget.Kind.IGNORE || proposal.given.add(target);
            targets.add(fresh ? target : ColumnTarget.IGNORE);
        }
        boolean monthFirst = samples.stream().anyMatch(ColumnSample::isMonthFirst);
        return new ImportMapping(targets, monthFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST, timeZone);
    }

    /** Whether such files use the name for an id, a time, a language or a place, so that it is no question. */
    static boolean isOfTheOccasion(String column) {
        String name = CellText.fold(column);
        return IDS.contains(name) || TIMES.contains(name) || LANGUAGES.contains(name) || SITES.contains(name);
    }

    private ColumnTarget target(int column) {
        String name = CellText.fold(columns.get(column));
        return answer(columns.get(column), name)
                .or(() -> occasion(name, samples.get(column)))
                .orElseGet(() -> context(name, samples.get(column)));
    }

    private Optional<ColumnTarget> answer(String column, String name) {
        Item whole = byName.get(name);
        if (whole != null && whole.type() != ItemType.RATING) {
            return Optional.of(ColumnTarget.answer(whole.key()));
        }
        if (whole != null && whole.facets().size() == 1) {
            return Optional.of(ColumnTarget.answer(whole.key(), whole.facets().get(0)));
        }
        ColumnName parts = ColumnName.of(column);
        Item item = byName.get(parts.base());
        if (item == null) {
            return Optional.empty();
        }
        Optional<Facet> facet = parts.among(item.facets());
        return facet.map(sense -> ColumnTarget.answer(item.key(), sense));
    }

    private static Optional<ColumnTarget> occasion(String name, ColumnSample sample) {
        if (IDS.contains(name)) {
            return Optional.of(ColumnTarget.ID);
        }
        if (TIMES.contains(name) && sample.isDate()) {
            return Optional.of(ColumnTarget.SUBMITTED_AT);
        }
        if (LANGUAGES.contains(name)) {
            return Optional.of(ColumnTarget.LANGUAGE);
        }
        if (SITES.contains(name)) {
            return Optional.of(ColumnTarget.context("site"));
        }
        if (name.startsWith("context.") && OccasionRules.isKey(name.substring(8))) {
            return Optional.of(ColumnTarget.context(name.substring(8)));
        }
        return Optional.empty();
    }

    private ColumnTarget context(String name, ColumnSample sample) {
        String key = ColumnName.key(name);
        boolean room = given.stream()
                        .filter(target -> target.kind() == ColumnTarget.Kind.CONTEXT)
                        .count()
                < OccasionRules.MOST_ENTRIES;
        return room && OccasionRules.isKey(key) && sample.isGrouping() && !sample.isDate()
                ? ColumnTarget.context(key)
                : ColumnTarget.IGNORE;
    }
}
