package org.entezar.collection;

import java.util.List;
import org.entezar.kernel.ErrorCode;

/**
 * What is wrong with one cell, or with a whole row.
 *
 * @param column name of the column; empty for the row
 * @param value what stands there, cut when it is long
 * @param code what is wrong with it
 * @param arguments what the message names
 */
public record ImportFault(String column, String value, ErrorCode code, List<Object> arguments) {

    public ImportFault {
        arguments = List.copyOf(arguments);
    }
}
