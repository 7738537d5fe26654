package org.entezar.console.methods;

import java.util.List;

/**
 * A table of a result.
 *
 * @param title over it; empty for the main one
 * @param heads of its columns
 * @param rows as many cells each as there are heads
 * @param note about rows that are left out; empty when there are none
 */
public record ResultTable(String title, List<Head> heads, List<List<Cell>> rows, String note) {

    /**
     * A head.
     *
     * @param label what it says
     * @param amount whether numbers stand under it
     */
    public record Head(String label, boolean amount) {}

    /**
     * A cell.
     *
     * @param label of its column, for rows that are drawn as cards
     * @param shown what it says
     * @param amount whether it is a number
     */
    public record Cell(String label, String shown, boolean amount) {}
}
