package org.entezar.console;

import org.entezar.kernel.Permission;

/**
 * Something that people come to do or see and that is not an entry of the navigation: offered by the search and the
 * command palette.
 *
 * @param label key of its words, such as {@code campaigns.new}
 * @param icon a symbol of {@code icons.svg}
 * @param path the page below the workspace where it begins
 * @param permission what one needs
 */
public record Doing(String label, String icon, String path, Permission permission) {}
