package org.entezar.collection;

import java.util.List;

/**
 * How a file is read.
 *
 * @param encoding its character set, such as {@code UTF-8} or {@code windows-1256}
 * @param separator the character between its columns
 * @param columns names in its first row, in order
 * @param rows rows after the first
 */
public record FileShape(String encoding, String separator, List<String> columns, long rows) {

    public FileShape {
        columns = List.copyOf(columns);
    }
}
