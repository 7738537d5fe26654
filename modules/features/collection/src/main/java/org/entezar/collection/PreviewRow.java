package org.entezar.collection;

import java.util.List;

/**
 * A row of a file as it would be read.
 *
 * @param line where it begins in the file
 * @param response what it would become
 * @param faults why it would be refused; empty when it would count
 */
public record PreviewRow(long line, NewResponse response, List<ImportFault> faults) {

    public PreviewRow {
        faults = List.copyOf(faults);
    }
}
