package org.entezar.console.imports;

import java.util.List;

/**
 * Items whose columns begin alike: a section of the questionnaire on one scale.
 *
 * @param key key of the section
 * @param heading its heading
 * @param scale points such as {@code 1-7}; empty when all its items are Kano pairs, which bring their own
 * @param items in the order of the file
 */
public record AskedGroup(String key, String heading, String scale, List<AskedItem> items) {

    /** How many columns of the file are in it. */
    public long columns() {
        return items.stream().mapToLong(item -> item.columns().size()).sum();
    }
}
