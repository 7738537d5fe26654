package org.entezar.console.lists;

import java.util.Map;

/**
 * A row of a list.
 *
 * @param name what it is about, in the first column
 * @param address of its own page; empty when it has none
 * @param cells what it shows by the keys of the columns
 */
public record ListRow(String name, String address, Map<String, String> cells) {

    public ListRow {
        cells = Map.copyOf(cells);
    }
}
