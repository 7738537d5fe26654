package org.entezar.workspace;

/**
 * How somebody wants to look at a list again: what it is narrowed to, its order and its columns.
 *
 * @param id its id
 * @param list the list, by the address of its page below the workspace: {@code responses}
 * @param name what the person calls it
 * @param query of the list's address, without the question mark
 */
public record SavedView(SavedViewId id, String list, String name, String query) {}
