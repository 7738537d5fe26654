package org.entezar.collection.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.ImportFault;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.NewResponse;
import org.entezar.collection.internal.answers.AnswerRules;
import org.entezar.collection.internal.answers.CheckedAnswers;
import org.entezar.collection.internal.answers.OccasionRules;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Item;

/**
 * Reads rows as responses by a mapping and holds them to the rules. A required item may be missing: the file tells what
 * was answered elsewhere, and a missing answer is a fact of it.
 */
final class RowReader {

    private static final int LONGEST_ID = 200;

    private final List<String> columns;
    private final ImportMapping mapping;
    private final AnswerRules rules;
    private final CellDates dates;
    private final Map<String, Function<String, Optional<JsonNode>>> readers = new HashMap<>();
    private final Map<String, Integer> columnOf = new HashMap<>();

    /**
     * A row that was read.
     *
     * @param line where it begins
     * @param response what it says
     * @param checked its answers after the rules
     * @param sourceKey its id in the file
     * @param faults why it is refused; empty when it counts
     */
    record ReadRow(
            long line,
            NewResponse response,
            CheckedAnswers checked,
            Optional<String> sourceKey,
            List<ImportFault> faults) {}

    RowReader(List<String> columns, ImportMapping mapping, AnswerRules rules) {
        this.columns = columns;
        this.mapping = mapping;
        this.rules = rules;
        this.dates = new CellDates(mapping.dateOrder(), ZoneId.of(mapping.timeZone()));
        Map<String, Item> items = new HashMap<>();
        rules.questionnaire().items().forEach(item -> items.put(item.key(), item));
        for (int column = 0; column < mapping.targets().size(); column++) {
            ColumnTarget target = mapping.targets().get(column);
            columnOf.put(pointer(target), column);
            Item item = items.get(target.key());
            if (target.kind() == ColumnTarget.Kind.ANSWER && item != null) {
                readers.computeIfAbsent(target.key(), key -> CellReaders.of(item));
            }
        }
    }

    private static String pointer(ColumnTarget target) {
        return switch (target.kind()) {
            case ANSWER ->
                "/answers/" + target.key()
                        + target.facet().map(facet -> "/" + facet.key()).orElse("");
            case CONTEXT -> "/context/" + target.key();
            case LANGUAGE -> "/language";
            case SUBMITTED_AT -> "/submittedAt";
            case ID -> "/id";
            case IGNORE -> "";
        };
    }

    ReadRow read(CsvFile.Row row, Instant now) {
        Reading reading = new Reading();
        for (int column = 0;
                column < mapping.targets().size() && column < row.cells().size();
                column++) {
            String cell = row.cells().get(column).strip();
            if (!CellText.isMissing(cell)) {
                reading.take(column, mapping.targets().get(column), cell);
            }
        }
        List<Violation> violations = new ArrayList<>();
        OccasionRules.check(rules, reading.submittedAt, reading.language, reading.context, now, violations);
        CheckedAnswers checked = rules.check(reading.answers, false);
        violations.addAll(checked.violations());
        for (Violation violation : violations) {
            reading.faults.add(fault(violation, row));
        }
        NewResponse response = new NewResponse(
                Optional.empty(), reading.submittedAt, reading.language, reading.context, reading.answers);
        return new ReadRow(row.line(), response, checked, reading.sourceKey, reading.faults);
    }

    private ImportFault fault(Violation violation, CsvFile.Row row) {
        String pointer = violation.pointer();
        Integer column = columnOf.get(pointer);
        while (column == null && pointer.lastIndexOf('/') > 0) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
            column = columnOf.get(pointer);
        }
        return column == null
                ? new ImportFault("", "", violation.code(), violation.arguments())
                : new ImportFault(
                        columns.get(column),
                        CellText.shown(row.cells().get(column)),
                        violation.code(),
                        violation.arguments());
    }

    /** One row while it is being read. */
    private final class Reading {
        private Optional<Instant> submittedAt = Optional.empty();
        private Optional<String> language = Optional.empty();
        private Optional<String> sourceKey = Optional.empty();
        private final Map<String, String> context = new LinkedHashMap<>();
        private final Map<String, JsonNode> answers = new LinkedHashMap<>();
        private final List<ImportFault> faults = new ArrayList<>(0);

        void take(int column, ColumnTarget target, String cell) {
            switch (target.kind()) {
                case IGNORE -> {}
                case ID -> takeId(column, cell);
                case SUBMITTED_AT -> {
                    submittedAt = dates.read(cell);
                    if (submittedAt.isEmpty()) {
                        fault(column, cell, ErrorCode.WRONG_TYPE, "date");
                    }
                }
                case LANGUAGE -> takeLanguage(column, cell);
                case CONTEXT -> context.put(target.key(), cell);
                case ANSWER -> takeAnswer(column, target, cell);
            }
        }

        private void takeId(int column, String cell) {
            if (cell.length() > LONGEST_ID) {
                fault(column, cell, ErrorCode.TOO_LONG, LONGEST_ID);
            } else {
                sourceKey = Optional.of(cell);
            }
        }

        private void takeLanguage(int column, String cell) {
            String wanted = CellText.fold(cell);
            language = rules.questionnaire().languages().stream()
                    .filter(tag -> CellText.fold(tag).equals(wanted)
                            || CellText.fold(tag).split("-", 2)[0].equals(wanted.split("[-_]", 2)[0]))
                    .findFirst();
            if (language.isEmpty()) {
                fault(column, cell, ErrorCode.UNKNOWN_LANGUAGE, CellText.shown(cell));
            }
        }

        private void takeAnswer(int column, ColumnTarget target, String cell) {
            Optional<JsonNode> answer = readers.getOrDefault(target.key(), unknown -> Optional.empty())
                    .apply(cell);
            if (answer.isEmpty()) {
                fault(column, cell, ErrorCode.NOT_AN_OPTION, CellText.shown(cell));
            } else if (target.facet().isPresent()) {
                JsonNode facets = answers.computeIfAbsent(target.key(), key -> JsonNodeFactory.instance.objectNode());
                if (facets instanceof ObjectNode object) {
                    object.set(target.facet().get().key(), answer.get());
                }
            } else {
                answers.put(target.key(), answer.get());
            }
        }

        private void fault(int column, String cell, ErrorCode code, Object argument) {
            faults.add(new ImportFault(columns.get(column), CellText.shown(cell), code, List.of(argument)));
        }
    }
}
