package org.entezar.survey.internal.view;

import java.util.List;
import java.util.Optional;

/**
 * A page that says one thing: thanks, or why there is nothing to answer.
 *
 * @param language BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param heading what it says
 * @param text paragraphs
 * @param simulated the label of a demonstration; may be empty
 * @param look how it looks
 * @param receipt what a respondent takes along; empty where nothing was handed in
 */
public record MessageView(
        String language,
        String direction,
        String heading,
        List<String> text,
        String simulated,
        LookView look,
        Optional<Receipt> receipt) {

    /**
     * The receipt of a response.
     *
     * @param text what it is for
     * @param id id of the response
     * @param link what leads to the proof
     * @param address where the proof is
     */
    public record Receipt(String text, String id, String link, String address) {}
}
