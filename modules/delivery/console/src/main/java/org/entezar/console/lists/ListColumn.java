package org.entezar.console.lists;

/**
 * A column that a list can show.
 *
 * @param key names it in addresses
 * @param label its head
 * @param title more about it, shown when pointed at; empty when the head says all
 * @param amount whether it holds numbers
 * @param sortable whether the list can be sorted by it
 * @param standard whether it is shown when nobody chose columns
 */
public record ListColumn(String key, String label, String title, boolean amount, boolean sortable, boolean standard) {}
