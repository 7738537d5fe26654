package org.entezar.collection;

import java.util.List;

/**
 * A row of a file that does not count.
 *
 * @param line where it begins in the file, the first row being line 1
 * @param faults what is wrong with it
 */
public record RefusedRow(long line, List<ImportFault> faults) {

    public RefusedRow {
        faults = List.copyOf(faults);
    }
}
