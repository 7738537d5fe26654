package org.entezar.collection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a file hold and how its cells are read.
 *
 * @param targets one for each column, in the file's order
 * @param dateOrder how dates such as 3/4/2025 are meant
 * @param timeZone zone of times that name none, such as {@code Asia/Tehran}
 */
public record ImportMapping(List<ColumnTarget> targets, DateOrder dateOrder, String timeZone) {

    /** Which of a date's numbers comes first when the year does not. */
    public enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    public ImportMapping {
        targets = List.copyOf(targets);
    }

    @JsonCreator
    static ImportMapping read(
            @JsonProperty("targets") Optional<List<ColumnTarget>> targets,
            @JsonProperty("dateOrder") Optional<DateOrder> dateOrder,
            @JsonProperty("timeZone") Optional<String> timeZone) {
        return new ImportMapping(
                targets.orElse(List.of()), dateOrder.orElse(DateOrder.DAY_FIRST), timeZone.orElse("UTC"));
    }

    public boolean hasTarget(ColumnTarget.Kind kind) {
        return targets.stream().anyMatch(target -> target.kind() == kind);
    }

    /** This mapping with another target for one column. */
    public ImportMapping with(int column, ColumnTarget target) {
        List<ColumnTarget> changed = new java.util.ArrayList<>(targets);
        changed.set(column, target);
        return new ImportMapping(changed, dateOrder, timeZone);
    }
}
