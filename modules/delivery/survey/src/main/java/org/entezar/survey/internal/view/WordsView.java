package org.entezar.survey.internal.view;

/**
 * Words of the page itself.
 *
 * @param next on the button to the next page
 * @param back on the button to the page before
 * @param send on the button that hands in
 * @param required after what must be answered
 * @param languages names the choice of languages
 * @param errors above the list of faults
 */
public record WordsView(String next, String back, String send, String required, String languages, String errors) {}
