package org.entezar.survey.internal.view;

import java.util.List;

/**
 * A page that says one thing: thanks, or why there is nothing to answer.
 *
 * @param language BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param heading what it says
 * @param text paragraphs
 * @param simulated the label of a demonstration; may be empty
 * @param stylesheet its address
 */
public record MessageView(
        String language, String direction, String heading, List<String> text, String simulated, String stylesheet) {}
