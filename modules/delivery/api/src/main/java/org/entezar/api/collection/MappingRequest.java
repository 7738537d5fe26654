package org.entezar.api.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.FileShape;
import org.entezar.collection.ImportMapping;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * What to change of a mapping.
 *
 * @param columns name of a column to what it holds, such as {@code {"Q1 before": "answers.sq01.expected"}}; the others
 *     stay as proposed
 * @param dateOrder how dates such as 3/4/2025 are meant
 * @param timeZone zone of times that name none
 */
record MappingRequest(
        Optional<Map<String, ColumnTarget>> columns,
        Optional<ImportMapping.DateOrder> dateOrder,
        Optional<String> timeZone) {

    ImportMapping onto(FileShape file, ImportMapping before) {
        List<String> names = file.columns();
        List<ColumnTarget> targets = new ArrayList<>(before.targets());
        List<Violation> faults = new ArrayList<>();
        columns.orElse(Map.of()).forEach((name, target) -> {
            int column = names.indexOf(name);
            if (column < 0) {
                faults.add(Violation.at("/columns", ErrorCode.UNKNOWN_KEY, name));
            } else {
                // What a person gives away is taken from where it was proposed.
                targets.replaceAll(proposed -> proposed.equals(target) ? ColumnTarget.IGNORE : proposed);
                targets.set(column, target);
            }
        });
        Problem.throwIfAny(faults);
        return new ImportMapping(targets, dateOrder.orElse(before.dateOrder()), timeZone.orElse(before.timeZone()));
    }
}
