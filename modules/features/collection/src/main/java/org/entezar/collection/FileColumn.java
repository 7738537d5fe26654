package org.entezar.collection;

import java.util.List;

/**
 * A column of a file, as its first rows show it.
 *
 * @param name its name in the first row
 * @param examples some of the values that occur, cut when they are long; empty when the column is
 * @param group key under which it can put responses into groups, different for each column
 */
public record FileColumn(String name, List<String> examples, String group) {

    public FileColumn {
        examples = List.copyOf(examples);
    }
}
