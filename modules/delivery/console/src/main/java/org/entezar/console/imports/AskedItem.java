package org.entezar.console.imports;

import java.util.List;

/**
 * An item that a file's columns seem to answer, as a form shows it.
 *
 * @param key its key
 * @param text what was asked
 * @param columns the columns that answer it, each in one sense
 * @param error what is wrong with it; empty when nothing is
 */
public record AskedItem(String key, String text, List<AskedColumn> columns, String error) {

    /**
     * A column and what it holds.
     *
     * @param index its place in the file
     * @param name its name there
     * @param examples some of its values
     * @param choice the facet's key, or {@code ignore}, {@code context}, {@code id}, {@code submittedAt}, {@code language}
     */
    public record AskedColumn(int index, String name, List<String> examples, String choice) {}
}
