package org.entezar.survey.internal.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of choices: a facet of a rating, or the only group of another item.
 *
 * @param id of the element
 * @param name of the field
 * @param heading of a facet; empty where the item's text says all
 * @param style {@code r} for a row of points, {@code v} for words one below the other
 * @param choices lowest first
 * @param fault what is wrong here; may be empty
 */
public record ColumnView(String id, String name, String heading, String style, List<ChoiceView> choices, String fault) {

    /** What describes the group to a screen reader; null when there is nothing. */
    public @Nullable String describedBy() {
        return fault.isEmpty() ? null : "X-" + id;
    }
}
