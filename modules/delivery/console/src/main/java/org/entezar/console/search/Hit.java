package org.entezar.console.search;

/**
 * Something found.
 *
 * @param icon a symbol of {@code icons.svg}
 * @param label what people read
 * @param hint where it belongs; empty when that is plain
 * @param address where it leads
 */
public record Hit(String icon, String label, String hint, String address) {}
