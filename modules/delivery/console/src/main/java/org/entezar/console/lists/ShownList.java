package org.entezar.console.lists;

import java.util.List;

/**
 * A list as the tag {@code e:list} draws it.
 *
 * @param id of its element
 * @param label what it lists
 * @param path its page below the workspace: what its views are saved under
 * @param query what its page shows, for a saved view
 * @param heads of the columns that are shown
 * @param rows the rows of this part
 * @param kept what a choice of conditions keeps of the address
 * @param columns all columns to choose from
 * @param columnFields what a choice of columns keeps of the address
 * @param standard the address with the standard columns; empty when they are shown
 * @param conditions what it is narrowed to
 * @param everything the address without any condition
 * @param counted how many rows there are, in words
 * @param before where the part before this one is; empty at the beginning
 * @param after where the part after this one is; empty at the end
 * @param views the visitor's saved views
 * @param files where it lies as files; empty when it does not
 */
public record ShownList(
        String id,
        String label,
        String path,
        String query,
        List<Head> heads,
        List<Row> rows,
        List<ListAddress.Field> kept,
        List<Choice> columns,
        List<ListAddress.Field> columnFields,
        String standard,
        List<Condition> conditions,
        String everything,
        String counted,
        String before,
        String after,
        List<View> views,
        List<File> files) {

    /**
     * A head.
     *
     * @param sort {@code ascending}, {@code descending}, {@code none}, or empty when the list cannot be sorted by it
     * @param address that sorts by it
     */
    public record Head(String label, String title, boolean amount, String sort, String address) {}

    /** A row with its cells in the order of the heads after the first. */
    public record Row(String name, String address, List<Cell> cells) {}

    /** A cell under its head. */
    public record Cell(String label, String shown, boolean amount) {}

    /** A column to choose. */
    public record Choice(String key, String label, String title, boolean chosen) {}

    /** A condition in words and the address without it. */
    public record Condition(String label, String without) {}

    /** A saved view. */
    public record View(String id, String name, String address, boolean current) {}

    /** A file to take. */
    public record File(String label, String address) {}

    public boolean isNarrow() {
        return !conditions.isEmpty();
    }

    /** Whether there is a part before or after this one. */
    public boolean isPaged() {
        return !before.isEmpty() || !after.isEmpty();
    }
}
