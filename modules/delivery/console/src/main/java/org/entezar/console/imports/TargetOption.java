package org.entezar.console.imports;

/**
 * Something that a column can hold, as a form offers it.
 *
 * @param value what the form sends, such as {@code answers.sq01.expected}
 * @param label what people read
 */
public record TargetOption(String value, String label) {}
