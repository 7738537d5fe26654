package org.entezar.survey.internal.view;

/**
 * A fault, linked to where it can be mended.
 *
 * @param field id of the element
 * @param text what is asked there, and what is wrong
 */
public record FaultView(String field, String text) {}
